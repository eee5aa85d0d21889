/**
 * What can be wrong with a table that is imported: severity, message and hint. Spread into the table
 * of all findings. docs/importing.md lists them.
 */
export const importFindingTable = {
  // The file
  'table-empty': {
    severity: 'error',
    message: { zh: '文件中没有可导入的数据', en: 'The file has no data to import' },
    hint: {
      zh: '请确认表格不是空表，且未放在隐藏的工作表中',
      en: 'Check that the table is not empty and not on a hidden sheet',
    },
  },
  'table-binary': {
    severity: 'error',
    message: {
      zh: '文件不是文本表格或电子表格',
      en: 'The file is neither a text table nor a workbook',
    },
    hint: { zh: '支持 .csv 和 .xlsx', en: 'Supported: .csv and .xlsx' },
  },
  'table-format': {
    severity: 'error',
    message: { zh: '不能导入{format}', en: '{format} cannot be imported' },
    hint: {
      zh: '请用办公软件打开，另存为不加密的 .xlsx 或 .csv',
      en: 'Open it in an office program and save it as .xlsx or .csv, without a password',
    },
  },
  'table-damaged': {
    severity: 'error',
    message: { zh: '文件不完整或已损坏（{part}）', en: 'The file is cut off or damaged ({part})' },
    hint: {
      zh: '请重新复制或下载；或用办公软件打开后另存一份',
      en: 'Copy or download it again, or open it in an office program and save a fresh copy',
    },
  },
  'table-too-large': {
    severity: 'error',
    message: {
      zh: '表格过大：{what}超过 {limit}',
      en: 'The table is too large: {what} over {limit}',
    },
    hint: {
      zh: '请拆分文件；若表格本身不大，请删去数据以外的空行、空列后另存',
      en: 'Split the file; if the table itself is small, delete the empty rows and columns around it',
    },
  },
  'table-classified': {
    severity: 'error',
    message: {
      zh: '文件带有密级标志“{mark}”，没有读取',
      en: 'The file bears the mark of secrecy “{mark}”; it was not read',
    },
    hint: {
      zh: '本系统不接收涉密材料，请按保密规定处理',
      en: 'No classified matter belongs here: handle it as the rules of secrecy say',
    },
  },
  'sheet-hidden': {
    severity: 'info',
    message: {
      zh: '工作表“{sheet}”是隐藏的，未读取',
      en: 'Sheet “{sheet}” is hidden and was not read',
    },
    hint: { zh: '需要导入请先取消隐藏', en: 'Unhide it to import it' },
  },
  'table-unrecognised': {
    severity: 'error',
    message: {
      zh: '没有认出表头：未找到{missing}',
      en: 'The header was not recognised: {missing} not found',
    },
    hint: {
      zh: '表头应写明地区、指标、时期；也可在命令行用 --mapping 指定表头所在行和各列含义',
      en: 'The header names territory, indicator and period; or give its row and columns with --mapping',
    },
  },
  'sheet-skipped': {
    severity: 'warning',
    message: {
      zh: '工作表“{sheet}”没有认出表头，未导入',
      en: 'No header was recognised on sheet “{sheet}”; it was not imported',
    },
    hint: { zh: '如不需要导入，可不理会', en: 'Nothing to do if it need not be imported' },
  },
  'table-source-missing': {
    severity: 'error',
    message: { zh: '没有写明数据来源', en: 'No source of the data is stated' },
    hint: {
      zh: '请加“来源”列，或在表下写“资料来源：…”，或用 --source 给出',
      en: 'Add a column 来源, a line 资料来源：… below the table, or give --source',
    },
  },
  'findings-more': {
    severity: 'info',
    message: {
      zh: '另有错误 {errors} 处、警告 {warnings} 处、提示 {notes} 处未列出',
      en: '{errors} more errors, {warnings} more warnings and {notes} more notes are not listed',
    },
    hint: { zh: '请先处理已列出的', en: 'Deal with those listed first' },
  },

  // Columns and rows
  'column-ignored': {
    severity: 'info',
    message: { zh: '未导入“{header}”列', en: 'Column “{header}” was not imported' },
    hint: {
      zh: '列名不是地区、指标、时期等；需要导入请改列名，或在命令行用 --mapping 说明',
      en: 'Its name is no field; rename it, or describe it with --mapping on the command line',
    },
  },
  'column-unknown': {
    severity: 'warning',
    message: {
      zh: '“{header}”列有数值但认不出指标和时期，未导入',
      en: 'Column “{header}” has figures, but its indicator and period are not known; not imported',
    },
    hint: {
      zh: '请用指标全称作表头，或删去此列；命令行可用 --mapping 说明或忽略',
      en: 'Head it with the full name of the indicator, or describe or ignore it with --mapping',
    },
  },
  'field-forbidden': {
    severity: 'error',
    message: {
      zh: '“{header}”属于本系统不收集的内容：{topic}',
      en: '“{header}” is of a kind this system does not hold: {topic}',
    },
    hint: {
      zh: '请删去此列后再导入；只收集汇总统计数字，不收集个人信息',
      en: 'Delete the column first: only aggregate statistics are held, nothing on persons',
    },
  },
  'tables-side-by-side': {
    severity: 'error',
    message: {
      zh: '{column} 列又是“{header}”：左右并排的两张表',
      en: 'Column {column} is “{header}” again: two tables side by side',
    },
    hint: {
      zh: '请把右边的表接到左边的表下面，或另存为一个文件',
      en: 'Put the table on the right below the one on the left, or into a file of its own',
    },
  },
  'row-unlabelled': {
    severity: 'error',
    message: { zh: '本行有数值但没有地区', en: 'The row has figures but no territory' },
    hint: { zh: '请填写地区名称或代码', en: 'Give the name or code of the place' },
  },
  'status-by-note': {
    severity: 'info',
    message: {
      zh: '按表注“{text}”，{years}有关数据记为{status}',
      en: 'By the note “{text}”, its figures {years} are taken as {status}',
    },
    hint: {
      zh: '不是这样时，请用“状态”列逐行写明',
      en: 'If that is not so, state it row by row in a column “status”',
    },
  },
  'total-left-out': {
    severity: 'info',
    message: { zh: '“{label}”行未导入', en: 'Row “{label}” was not imported' },
    hint: {
      zh: '合计由系统按成员计算；如为某地区本身的数字，请写地区名称',
      en: 'Totals are computed from the members; write the name of the place if it is its own figure',
    },
  },
  'total-differs': {
    severity: 'warning',
    message: {
      zh: '“{label}”为 {stated}，各行相加为 {sum}',
      en: '“{label}” is {stated}, the rows add up to {sum}',
    },
    hint: { zh: '请核对是否有漏行或错数', en: 'Check for a missing row or a wrong figure' },
  },

  // Places, indicators, periods
  'territory-unknown': {
    severity: 'error',
    message: { zh: '没有地区“{name}”', en: 'There is no place “{name}”' },
    hint: { zh: '请核对名称{nearest}', en: 'Check the name{nearest}' },
  },
  'territory-ambiguous': {
    severity: 'error',
    message: { zh: '“{name}”可能是{candidates}', en: '“{name}” may be {candidates}' },
    hint: {
      zh: '请加“代码”列或“省份”列，或写全称',
      en: 'Add a column with the code or the province, or write the full name',
    },
  },
  'territory-mismatch': {
    severity: 'error',
    message: {
      zh: '代码 {territoryCode} 是{known}，而名称写作“{name}”',
      en: 'Code {territoryCode} is {known}, but the name says “{name}”',
    },
    hint: { zh: '请核对代码和名称', en: 'Check code and name' },
  },
  'territory-absent': {
    severity: 'error',
    message: {
      zh: '{period} 年没有{name}：{event}',
      en: 'There was no {name} in {period}: {event}',
    },
    hint: {
      zh: '请核对时期；数字若属于变更前的地区，请写当时的名称',
      en: 'Check the period; write the name of that time if the figure is of the place before the change',
    },
  },
  'indicator-unknown': {
    severity: 'error',
    message: { zh: '没有指标“{name}”', en: 'There is no indicator “{name}”' },
    hint: { zh: '请核对名称{nearest}', en: 'Check the name{nearest}' },
  },
  'indicator-left-out': {
    severity: 'warning',
    message: {
      zh: '没有指标“{name}”，这些行未导入',
      en: 'There is no indicator “{name}”; its rows were not imported',
    },
    hint: { zh: '请核对名称{nearest}', en: 'Check the name{nearest}' },
  },
  'indicator-ambiguous': {
    severity: 'error',
    message: { zh: '“{name}”可能是指标{candidates}', en: '“{name}” may be indicator {candidates}' },
    hint: { zh: '请写指标全称或标识', en: 'Write the full name or the id' },
  },
  'indicator-missing': {
    severity: 'error',
    message: { zh: '没有写明指标', en: 'No indicator is stated' },
    hint: {
      zh: '请在表头、标题或“指标”列写明指标（命令行也可用 --mapping 给出）',
      en: 'Name it in the header, the title or a column 指标, or give it with --mapping',
    },
  },
  'indicator-derived': {
    severity: 'error',
    message: {
      zh: '“{name}”由其他指标计算得出，不能导入',
      en: '“{name}” is computed from other indicators and cannot be imported',
    },
    hint: { zh: '请导入它的计算依据', en: 'Import what it is computed from' },
  },
  'period-missing': {
    severity: 'error',
    message: { zh: '没有写明时期', en: 'No period is stated' },
    hint: {
      zh: '请在表头、标题或“时期”列写明年份（命令行也可用 --mapping 给出）',
      en: 'Give the year in the header, the title or a column 时期, or with --mapping',
    },
  },
  'period-invalid': {
    severity: 'error',
    message: { zh: '时期“{text}”无法识别', en: 'Period “{text}” was not understood' },
    hint: {
      zh: '形如 2015、2015年、2015年上半年、2016Q1、2016年3月',
      en: 'Such as 2015, 2015年, 2015-H1, 2016Q1, 2016-03',
    },
  },
  'period-frequency': {
    severity: 'error',
    message: {
      zh: '“{name}”按{frequency}统计，“{text}”不是这样的时期',
      en: '“{name}” is made by {frequency}; “{text}” is no such period',
    },
    hint: { zh: '请核对时期或指标', en: 'Check the period or the indicator' },
  },
  'period-future': {
    severity: 'error',
    message: { zh: '{period} 尚未开始', en: '{period} has not begun' },
    hint: {
      zh: '请核对时期；预测数不作为统计数导入',
      en: 'Check the period; forecasts are not imported',
    },
  },
  'period-unfinished': {
    severity: 'warning',
    message: { zh: '{period} 尚未结束', en: '{period} has not ended' },
    hint: { zh: '请核对时期', en: 'Check the period' },
  },

  // Units
  'unit-missing': {
    severity: 'error',
    message: { zh: '“{name}”没有写明计量单位', en: 'No unit is stated for “{name}”' },
    hint: {
      zh: '请在表头写明，如“（{unit}）”，或在表上写“单位：{unit}”',
      en: 'State it in the header, such as （{unit}）, or above the table: 单位：{unit}',
    },
  },
  'unit-unrecognised': {
    severity: 'error',
    message: { zh: '计量单位“{unit}”无法识别', en: 'Unit “{unit}” is not known' },
    hint: { zh: '“{name}”的单位是{expected}', en: 'The unit of “{name}” is {expected}' },
  },
  'unit-dimension': {
    severity: 'error',
    message: {
      zh: '“{name}”的单位是{expected}，不能由{unit}换算',
      en: 'The unit of “{name}” is {expected}; {unit} does not convert into it',
    },
    hint: { zh: '请核对单位或指标', en: 'Check the unit or the indicator' },
  },

  // Cells
  'value-invalid': {
    severity: 'error',
    message: { zh: '“{text}”不是数值', en: '“{text}” is not a number' },
    hint: {
      zh: '没有数值请写原因：缺失、不适用、未到期、保密（或 …、—）',
      en: 'Where there is none, say why: missing, not-applicable, not-due, suppressed',
    },
  },
  'value-blank': {
    severity: 'warning',
    message: {
      zh: '数值为空，未写原因，本行未导入',
      en: 'No value and no reason; the row was left out',
    },
    hint: { zh: '请填数值，或写明缺失原因', en: 'Give a value, or the reason why there is none' },
  },
  'value-and-absence': {
    severity: 'error',
    message: {
      zh: '既有数值“{text}”又有缺失原因“{absence}”',
      en: 'There is a value “{text}” and a reason for its absence “{absence}”',
    },
    hint: { zh: '请只留一项', en: 'Keep one of them' },
  },
  'value-range': {
    severity: 'error',
    message: {
      zh: '“{name}”为 {value}{unit}，{range}',
      en: '“{name}” is {value} {unit}, {range}',
    },
    hint: { zh: '请核对数值和单位', en: 'Check the value and its unit' },
  },
  'value-digits': {
    severity: 'warning',
    message: {
      zh: '“{text}”有效数字超过 {limit} 位',
      en: '“{text}” has more than {limit} significant digits',
    },
    hint: {
      zh: '已照原样导入；请核对是否为计算产生的尾数',
      en: 'It was taken as written; check whether the tail comes from a computation',
    },
  },
  'cell-formula': {
    severity: 'error',
    message: { zh: '单元格是公式，不是数值', en: 'The cell holds a formula, not a value' },
    hint: {
      zh: '请选择性粘贴为数值后再导入；或在 --mapping 中写 formulas: cached，采用文件中保存的计算结果',
      en: 'Paste it as a value first, or write formulas: cached in the mapping to take the stored result',
    },
  },
  'cell-error': {
    severity: 'error',
    message: {
      zh: '单元格是电子表格的错误值 {text}',
      en: 'The cell holds the spreadsheet error {text}',
    },
    hint: {
      zh: '请改正公式，或写明缺失原因',
      en: 'Mend the formula, or say why there is no value',
    },
  },
  'absence-invalid': {
    severity: 'error',
    message: {
      zh: '缺失原因“{text}”无法识别',
      en: 'Reason for absence “{text}” was not understood',
    },
    hint: {
      zh: '应为缺失、不适用、未到期、保密之一',
      en: 'One of missing, not-applicable, not-due, suppressed',
    },
  },
  'status-invalid': {
    severity: 'error',
    message: { zh: '状态“{text}”无法识别', en: 'Status “{text}” was not understood' },
    hint: { zh: '应为初步、最终、估计之一', en: 'One of provisional, final, estimated' },
  },
  'enclosed-invalid': {
    severity: 'error',
    message: { zh: '口径“{text}”无法识别', en: 'Enclosed units “{text}” was not understood' },
    hint: {
      zh: '应为 included（含）、excluded（不含）、unstated（未说明）之一',
      en: 'One of included, excluded, unstated',
    },
  },
  'breakdown-invalid': {
    severity: 'error',
    message: { zh: '分组“{text}”无法识别', en: 'Breakdown “{text}” was not understood' },
    hint: { zh: '形如 sex=F；总体留空', en: 'Such as sex=F; empty for the whole' },
  },
  'text-invalid': {
    severity: 'error',
    message: {
      zh: '“{field}”含有无法识别的字符，或超过 {limit} 字',
      en: '“{field}” has characters that cannot be read, or more than {limit}',
    },
    hint: { zh: '请改短，或将文件另存为 UTF-8', en: 'Shorten it, or save the file as UTF-8' },
  },
  'mapping-unknown': {
    severity: 'error',
    message: {
      zh: '对照文件中的{kind}“{id}”不存在',
      en: 'The mapping names {kind} “{id}”, which is not there',
    },
    hint: { zh: '请核对标识', en: 'Check the id' },
  },

  // Cells of one file against one another
  'cell-repeated': {
    severity: 'info',
    message: {
      zh: '{place}“{name}”{period} 在文件中重复，与 {first} 相同',
      en: '{place} “{name}” {period} stands in the file again, the same as at {first}',
    },
    hint: { zh: '重复的一处未再导入', en: 'It was taken once' },
  },
  'cell-contradicted': {
    severity: 'error',
    message: {
      zh: '{place}“{name}”{period} 在文件中出现两次，与 {first} 不一致',
      en: '{place} “{name}” {period} stands in the file twice, and differs from {first}',
    },
    hint: {
      zh: '请核对数值、状态、来源和备注，只保留一处',
      en: 'Check value, status, source and note, and keep one',
    },
  },
} as const;
