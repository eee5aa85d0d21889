import type { ImportField } from '../../domain/import-mapping.ts';
import { labelKey } from './label.ts';

/** The names of fields, after `fieldKey`. */
const fieldNames: Readonly<Record<ImportField, readonly string[]>> = {
  code: [
    ...[
      '代码',
      '编码',
      '地区代码',
      '行政区划代码',
      '区划代码',
      '行政代码',
      '县代码',
      '统计用区划代码',
    ],
    ...['code', 'areacode', 'territory', 'territorycode', 'territoryid', 'adcode', 'gb2260'],
  ],
  name: [
    ...[
      '地区',
      '地区名称',
      '县',
      '县市',
      '县市区',
      '县市旗',
      '县市区旗',
      '县区',
      '县名',
      '市县',
      '区县',
      '旗县',
    ],
    ...[
      '旗县市',
      '旗县市区',
      '县级',
      '县域',
      '名称',
      '地名',
      '行政区',
      '行政区划',
      '行政区划名称',
      '区域',
      '单位名称',
      '团场',
    ],
    ...['name', 'area', 'county', 'region', 'place', 'territoryname'],
  ],
  province: ['省', '省份', '省区', '省区市', '省市区', '省级', '所属省', '所属省份', 'province'],
  prefecture: [
    '地市',
    '州市',
    '市州',
    '地级市',
    '地区州盟',
    '地州',
    '地州市',
    '盟市',
    '所属地市',
    '所属市州',
    'prefecture',
  ],
  indicator: [
    '指标',
    '指标名称',
    '指标标识',
    '指标代码',
    '项目',
    'indicator',
    'indicatorid',
    'indicatorname',
    'variable',
  ],
  period: [
    ...['时期', '年份', '年度', '年', '时间', '报告期', '统计期', '季度', '月份', '月'],
    ...['period', 'year', 'time', 'date', 'quarter', 'month'],
  ],
  value: ['数值', '值', '数据', '指标值', '统计值', 'value', 'obsvalue', 'figure'],
  unit: ['单位', '计量单位', 'unit', 'unitofmeasure'],
  breakdown: ['分组', '分类', 'breakdown'],
  absence: ['缺失原因', '缺值原因', '无数原因', 'absence', 'reason'],
  status: ['状态', '数据状态', 'status', 'obsstatus'],
  source: ['来源', '数据来源', '资料来源', 'source'],
  enclosed: ['enclosed', '口径'],
  note: ['备注', '说明', '注', 'note', 'notes', 'remark', 'comment'],
};

const fields = new Map(
  Object.entries(fieldNames).flatMap(([field, names]) =>
    names.map((name) => [name, field as ImportField] as const),
  ),
);

/** Returns the field that a column of this name holds, or null. 县（市、区） is a name of a place. */
export function fieldOf(header: string): ImportField | null {
  return fields.get(fieldKey(header)) ?? null;
}

function fieldKey(header: string): string {
  return labelKey(header)
    .replace(/[()、,·./_-]/g, '')
    .replace(/^(?:各|所在|按)/, '');
}
