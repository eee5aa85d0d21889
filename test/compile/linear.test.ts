import { expect, test } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';

/** What a pattern may try again and again: brackets, stops, numbers, adverbs, bodies, closing words. */
const units = [
  '（|（教育部、|）|“|《|、|，、|——|一、|（一）|1.|①|专栏1\n|二、标题\n正文，| \n |部、局、|和及与|由财政部',
  '负责|按职责分工负责|牵头|会同|等部门|各省、|省|科学有序|积极稳妥推进|基本全面|2020年|到2020年底前|1|万',
  '铁路|等|A—B等铁路，|公路建设|加快|在|对|提高|达到|具备条件的',
].flatMap((line) => line.split('|'));

test.each(units)('time stays in proportion to the text: %j over and over', (unit) => {
  const body = unit.repeat(Math.ceil(6000 / unit.length));
  const list = unit.repeat(Math.ceil(400 / unit.length));
  const text = `一、任务\n（一）建设。${body}。加快${list}x。（教育部、${list}x）\n（二）保障。${list}`;
  const before = performance.now();
  const document = compileDocument(text);
  expect(performance.now() - before).toBeLessThan(1500);
  expect(document.clauses.length).toBeGreaterThan(0);
});
