import type { Series } from '../../api/statistics.ts';
import { lightPalette } from '../../charts/ribbon/palette.ts';
import type { Scene } from '../../charts/ribbon/scene.ts';
import { type PictureWords, ribbonSvg } from '../../charts/ribbon/svg.ts';
import type { RibbonTrack } from '../../charts/ribbon/track.ts';
import { disarmedText } from '../../domain/formula-text.ts';
import type { Messages } from '../messages/zh.ts';
import type { PlaceOnPage } from './ribbon-places.ts';

/** Hands the ribbon over as SVG, its words and sources in the picture. */
export function saveSvg(name: string, scene: Scene, words: PictureWords): void {
  save(`${name}.svg`, new Blob([ribbonSvg(scene, lightPalette, words)], { type: 'image/svg+xml' }));
}

/** Hands the ribbon over as PNG, twice as fine as on the page. Rejects where the browser cannot draw. */
export async function savePng(name: string, scene: Scene, words: PictureWords): Promise<void> {
  const svg = ribbonSvg(scene, lightPalette, words);
  const picture = new Image();
  // The policy of the page lets pictures come from data addresses, not from blobs.
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth * 2;
  canvas.height = picture.naturalHeight * 2;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the picture could not be written');
  save(`${name}.png`, blob);
}

/** Hands over the figures behind the picture, a row a place. */
export function saveCsv(
  name: string,
  rows: readonly (readonly (string | number | null)[])[],
): void {
  // Without the mark a spreadsheet takes Chinese for another encoding.
  const text = `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
  save(`${name}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}

/** Returns the rows of the figures behind the picture: heads first, what they mean at the end. */
export function rowsOf(
  places: readonly PlaceOnPage[],
  tracks: readonly RibbonTrack[],
  sources: {
    readonly messages: Messages;
    readonly foot: readonly string[];
  },
): readonly (readonly (string | number | null)[])[] {
  const { columns, doubtful } = sources.messages.ribbon;
  const parts = tracks.flatMap((track) =>
    track.periods.map((period, index) => ({ track, period, index })),
  );
  const head = [
    ...[columns.order, columns.code, columns.place, columns.province, columns.prefecture],
    ...[columns.neighbours, columns.certainty],
    ...parts.flatMap(({ track, period }) => {
      const name = [track.title, period, track.unit].filter(Boolean).join(' ');
      return [name, `${name} ${doubtful}`];
    }),
  ];
  const rows = places.map((place, row) => [
    place.order,
    place.id,
    place.name,
    place.provinceName,
    place.prefectureName,
    place.neighbours.join('、'),
    place.certain ? columns.certain : columns.probable,
    ...parts.flatMap(({ track, index }) => {
      const figure = track.figures[row]?.[index];
      return [figure?.value ?? figure?.reason ?? null, figure?.doubtful ? doubtful : null];
    }),
  ]);
  return [head, ...rows, [], ...sources.foot.map((line) => [line])];
}

/** Returns the name of a file: what it shows and of which publication. */
export function fileName(indicator: string, series: Series | null): string {
  return `border-ribbon-${indicator.replaceAll(/[^a-z0-9-]/g, '-')}-${series?.instant.number ?? 0}`;
}

/** Text a spreadsheet would run gets an apostrophe in front. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const plain = disarmedText(value);
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function save(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the file once the click is over; a minute is ample for slow ones.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
