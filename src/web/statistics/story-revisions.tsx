import type { ReactNode } from 'react';
import type { FigureStory } from '../../api/statistics.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import { useLanguage } from '../language.tsx';
import { valueText } from './cell-words.ts';
import { instantDate } from './instant-words.ts';
import { Fact } from './story-fact.tsx';

/** When a figure was recorded, and what it was before, the newest first. */
export function StoryRevisions({ story }: { story: FigureStory }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.explorer.story;
  const [newest, ...earlier] = story.revisions;
  if (!newest) return null;
  const when = (recorded: string) => instantDate(recorded, messages);
  const absences = figureWordsOf(language).absences;
  return (
    <>
      <Fact name={words.recorded} value={words.recordedAt(newest.number, when(newest.recorded))} />
      <Fact
        name={words.revisions}
        value={
          earlier.length === 0 ? (
            words.noRevisions
          ) : (
            <ul className="story-revisions">
              {earlier.map(({ number, recorded, value, absence }) => (
                <li key={number}>
                  {words.revisedFrom(
                    value === null
                      ? absences[absence ?? 'missing']
                      : valueText(value, story.indicator),
                    number,
                    when(recorded),
                  )}
                </li>
              ))}
            </ul>
          )
        }
      />
    </>
  );
}
