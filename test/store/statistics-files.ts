import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The statistics of a small plan: a state, a province, two counties of which one was split off. */
export const exampleStatistics: Readonly<Record<string, string>> = {
  'territory/register.yaml': `main: frontier
enclosed: { zh: 飞地, en: enclosed }
neighbours:
  - { zh: 甲国, en: A }
siteKinds:
  - { id: port, name: { zh: 口岸, en: Port } }
groups:
  - id: frontier
    name: { zh: 沿边县, en: Frontier }
    member: { zh: 沿边县, en: county }
    definition: { zh: 示例, en: example }
    members: { rule: listed }
    counted: dated
    totals: true
    clauses: ['1.1.1']
  - id: both
    name: { zh: 合计, en: Both }
    member: { zh: 县, en: county }
    definition: { zh: 示例, en: example }
    members: { rule: union, groups: [frontier, frontier] }
    counted: dated
    totals: false
    clauses: []
`,
  'territory/units.csv': `id,kind,name,short_name,from,until,certainty,note,source,lon,lat
000000,state,全国,全国,,,certain,,示例,,
530000,province,某省,某省,,,certain,,示例,,
530001,county,老县,老县,,,certain,,示例,97.5,24.1
530002,county,新县,新县,2014,,probable,析置,示例,,
`,
  'territory/names.csv': `territory,code,name,from,until,source
530001,530001,旧县,,2012,示例
530001,530001,老县,2012,,示例
`,
  'territory/relations.csv': `territory,hierarchy,within,from,until,source
530000,administrative,000000,,,示例
530001,administrative,530000,,,示例
530002,administrative,530000,2014,,示例
`,
  'territory/members.csv': `group,territory,from,until,basis,certainty,source,note
frontier,530001,,,,certain,示例,
frontier,530002,,,推定,probable,示例,
`,
  'territory/events.csv': `id,kind,date,from,to,whole,share,share_of,certainty,source,note
new-2014,split,2014,530001,530002,yes,0.25,population,certain,示例,
`,
  'territory/frontier.csv': `territory,order,neighbours,basis,touches,note
530001,1,甲国,示例,yes,
530002,2,,示例,no,
`,
  'territory/sites.csv': `kind,name,territory,certainty,source,note
port,某口岸,530001,unverified,示例,
`,
  'indicators.yaml': `themes:
  - { id: people, name: { zh: 人口, en: People } }
indicators:
  - id: population
    theme: people
    name: { zh: 人口, en: Population }
    definition: { zh: 年末人口, en: People at the end of the year }
    unit: 人
    direction: none
    digits: 0
    frequency: year
    timing: level
    aggregation: { kind: sum }
    source: { agency: 统计局, publication: 年鉴 }
    standing: collected
    clauses: ['1.1.1']
commitments:
  - { commitment: '1.1.1#1', none: { zh: 示例, en: example } }
villageCriteria:
  - id: road
    list: roads
    name: { zh: 通路, en: Road }
    type: yes-no
    definition: { zh: 示例, en: example }
    clause: '1.1.1'
    quote: 硬化路
`,
  'data/datasets.yaml': `datasets:
  - id: example
    file: example.csv
    title: { zh: 示例, en: Example }
    source: 示例
    licence: 示例
    enclosed: unstated
`,
  'data/example.csv':
    'territory,name,indicator,period,breakdown,value,absence,unit,status,source,note\n',
};

/** Writes the example's statistics into a plan's folder, some files replaced, those of null left out. */
export function writeStatistics(
  folder: string,
  files: Readonly<Record<string, string | null>> = {},
): string {
  for (const [name, text] of Object.entries({ ...exampleStatistics, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    if (text === null) rmSync(join(folder, name), { force: true });
    else writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A file of the example with some words replaced; throws where they are not there. */
export function changed(name: string, from: string, to: string): Record<string, string> {
  const text = exampleStatistics[name] ?? '';
  if (!text.includes(from)) throw new Error(`${name} does not say ${from}`);
  return { [name]: text.replace(from, to) };
}
