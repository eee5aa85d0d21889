import type { CompiledDocument } from '../domain/compiled-document.ts';
import { type Evaluability, evaluability } from '../monitoring/evaluability.ts';

/** Returns, for each commitment in order, whether it can be judged as written. */
export function judge(document: CompiledDocument): readonly Evaluability[] {
  return document.commitments.map((commitment) => {
    const namesProject = document.namedProjects.some(
      (project) =>
        project.clause === commitment.clause &&
        project.start >= commitment.start &&
        project.end <= commitment.end,
    );
    return evaluability(commitment, namesProject);
  });
}
