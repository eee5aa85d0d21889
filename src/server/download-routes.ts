import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Hono } from 'hono';
import type { z } from 'zod';
import type { Endpoint } from '../api/endpoint.ts';
import { type DownloadFormat, downloadEndpoints } from '../api/statistics-downloads.ts';
import { readBaseExport, readSeriesExport } from '../store/queries/exports.ts';
import { parseInput, routeOf, type Served } from './api-routes.ts';
import { attachment } from './attachment.ts';
import { baseFile, type ExportFile, seriesFile } from './export-file.ts';
import { takes } from './representation.ts';

/**
 * Registers the downloads of the statistics. They are written as they are read, without being kept:
 * memory does not grow with them. What is refused is refused before the first byte.
 */
export function addDownloadRoutes(app: Hono, served: Served): void {
  for (const name of Object.keys(downloads) as (keyof typeof downloads)[]) {
    const endpoint: Endpoint = downloadEndpoints[name];
    const open = downloads[name];
    app.get(routeOf(endpoint.path), async (context) => {
      const file = await open(served, parseInput(context, endpoint));
      return send(file, context.req.raw);
    });
  }
}

type Open = (served: Served, input: unknown) => Promise<ExportFile>;

/** How each download is opened. */
const downloads: Readonly<Record<keyof typeof downloadEndpoints, Open>> = {
  seriesCsv: openSeries('csv'),
  seriesXlsx: openSeries('xlsx'),
  seriesJsonStat: openSeries('json-stat'),
  seriesPackage: openSeries('datapackage'),
  baseCsv: openBase('csv'),
  basePackage: openBase('datapackage'),
};

function openSeries(format: DownloadFormat): Open {
  return async ({ db, plan }, input) => {
    const asked = input as z.output<typeof downloadEndpoints.seriesCsv.input>;
    return await seriesFile(await readSeriesExport(db, plan, asked), format, asked.lang);
  };
}

function openBase(format: DownloadFormat): Open {
  return async ({ db, plan }, input) => {
    const { asOf, lang } = input as z.output<typeof downloadEndpoints.baseCsv.input>;
    return await baseFile(await readBaseExport(db, plan, { asOf }), format, lang);
  };
}

/** Text is compressed on the way where the client takes it; archives are compressed already. */
function send(file: ExportFile, request: Request): Response {
  const isText = /^text\/|json/.test(file.mediaType);
  const zipped = isText && takes(request.headers.get('accept-encoding'), 'gzip');
  return new Response(bodyOf(zipped ? compressed(file.chunks) : Readable.from(file.chunks)), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': attachment(file.name),
      'cache-control': 'no-cache',
      ...(isText && { vary: 'accept-encoding' }),
      ...(zipped && { 'content-encoding': 'gzip' }),
    },
  });
}

function compressed(chunks: AsyncIterable<Uint8Array>): Readable {
  const packer = createGzip();
  // What fails in the source is thrown where the packer is read.
  pipeline(Readable.from(chunks, { objectMode: false }), packer, () => {});
  return packer;
}

function bodyOf(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
