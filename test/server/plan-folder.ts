import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a small plan's folder and returns its path. */
export function writePlanFolder(parent: string, id = 'example'): string {
  const folder = join(parent, id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'plan.yaml'), planYaml(id));
  writeFileSync(join(folder, 'text.txt'), text);
  writeFileSync(join(folder, 'corrections.yaml'), 'corrections: []\n');
  writeFileSync(join(folder, 'agencies.csv'), agencies);
  return folder;
}

const planYaml = (id: string) => `id: ${id}
title: { zh: 兴边示例规划, en: Example plan }
shortTitle: { zh: 示例规划, en: Example }
number: 示例〔2017〕1号
issuer: 示例办公厅
issued: 2017-05-28
period: { start: 2016, end: 2020 }
baseYear: 2015
text: text.txt
source: { publisher: 示例办公厅, attribution: 示例来源 }
expect: { clauses: {}, responsibilities: 1, agencies: 2, cells: 2, namedProjects: 0 }
`;

const text = `兴边示例规划
一、主要任务
（一）基础设施建设。
1．改善公路条件。到2020年，具备条件的建制村全部通硬化路。（交通运输部、国家发展改革委）
二、组织实施
（一）加强领导。各有关部门要密切配合。
`;

const agencies = `name,full_name,full_name_source,successors,succeeded,succession_source,note
交通运输部,,,,,,
国家发展改革委,,,,,,
`;
