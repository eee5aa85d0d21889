import { collectionFindingTable } from './collection-finding-table.ts';
import { importFindingTable } from './import-finding-table.ts';
import { statisticsFindingTable } from './statistics-finding-table.ts';
import { submissionFindingTable } from './submission-finding-table.ts';

/**
 * Every finding the product can report: severity, message and hint, in Chinese and English.
 * {placeholders} are filled from the finding's `params`.
 */
export const findingTable = {
  // Reading a document
  'document-empty': {
    severity: 'error',
    message: { zh: '文件没有文字内容', en: 'The file has no text' },
    hint: {
      zh: '请确认文件不是空白或纯扫描图像；扫描件请先做文字识别',
      en: 'Check that the file is not blank or a scanned image; run text recognition on scans first',
    },
  },
  'document-binary': {
    severity: 'error',
    message: { zh: '文件不是可读的文本或公文', en: 'The file is not readable text or a document' },
    hint: {
      zh: '支持 .txt、.docx、.html 和带文字层的 .pdf',
      en: 'Supported: .txt, .docx, .html and .pdf with a text layer',
    },
  },
  'document-format': {
    severity: 'error',
    message: {
      zh: '无法读取{format}文件：{reason}',
      en: 'Cannot read the {format} file: {reason}',
    },
    hint: {
      zh: '请用办公软件打开后另存一份，再试一次',
      en: 'Open it in an office program, save a fresh copy and try again',
    },
  },
  'document-too-large': {
    severity: 'error',
    message: {
      zh: '文件过大（{size}），上限为 {limit}',
      en: 'The file is too large ({size}); the limit is {limit}',
    },
    hint: { zh: '请拆分文件，或只保留正文', en: 'Split the file, or keep only the body' },
  },
  'document-encoding': {
    severity: 'warning',
    message: {
      zh: '有 {count} 个字符无法按 {encoding} 解码',
      en: '{count} characters could not be decoded as {encoding}',
    },
    hint: { zh: '请另存为 UTF-8 编码', en: 'Save the file as UTF-8' },
  },
  'document-no-text-layer': {
    severity: 'error',
    message: { zh: 'PDF 没有文字层', en: 'The PDF has no text layer' },
    hint: {
      zh: '扫描件请先做文字识别，或改用 .docx',
      en: 'Run text recognition first, or use the .docx',
    },
  },

  // Compiling its structure
  'document-unnumbered': {
    severity: 'error',
    message: { zh: '全文没有可识别的层次序号', en: 'No numbered headings were recognised' },
    hint: {
      zh: '公文层次为“一、”“（一）”“1.”“（1）”或“第X章”“第X节”；请确认读入的是公文正文',
      en: 'Official documents number themselves 一、（一）1.（1）or 第X章 第X节; check that this is the body of one',
    },
  },
  'title-missing': {
    severity: 'warning',
    message: { zh: '没有找到公文标题', en: 'No document title was found' },
    hint: { zh: '标题应在发文字号之前', en: 'The title stands before the document number' },
  },
  'number-missing': {
    severity: 'warning',
    message: { zh: '没有找到发文字号', en: 'No document number (发文字号) was found' },
    hint: { zh: '形如“国发〔2019〕3号”', en: 'It looks like 国发〔2019〕3号' },
  },
  'numbering-gap': {
    severity: 'warning',
    message: {
      zh: '序号不连续：“{previous}”之后是“{found}”',
      en: 'Numbering jumps from “{previous}” to “{found}”',
    },
    hint: {
      zh: '请核对原文是否缺了“{expected}”一条',
      en: 'Check whether “{expected}” is missing from the text',
    },
  },
  'numbering-start': {
    severity: 'warning',
    message: { zh: '序号从“{found}”开始', en: 'Numbering starts at “{found}”' },
    hint: {
      zh: '请核对原文是否缺了“{expected}”一条',
      en: 'Check whether “{expected}” is missing from the text',
    },
  },
  'numbering-restart': {
    severity: 'warning',
    message: {
      zh: '“{previous}”之后序号又从“{found}”开始',
      en: 'After “{previous}” numbering starts again at “{found}”',
    },
    hint: {
      zh: '请核对中间是否缺了上一级标题',
      en: 'Check whether a heading of the level above is missing between them',
    },
  },
  'numbering-duplicate': {
    severity: 'warning',
    message: { zh: '序号“{found}”重复', en: 'Number “{found}” is repeated' },
    hint: {
      zh: '后一处的编号已加后缀以示区别，请核对原文',
      en: 'The later one got a suffix to tell them apart; check the text',
    },
  },
  'list-interrupted': {
    severity: 'warning',
    message: {
      zh: '“——”条目之间或之后另有一段没有“——”的文字',
      en: 'A paragraph without —— stands among or after the —— items',
    },
    hint: {
      zh: '“——”条目没有序号；请核对这一段之前是否缺了“——”标题',
      en: '—— items have no numbers; check whether a —— heading is missing before this paragraph',
    },
  },
  'list-introduction': {
    severity: 'info',
    message: {
      zh: '第一个“——”条目之前有不止一句的文字',
      en: 'More than an introduction stands before the first —— item',
    },
    hint: {
      zh: '“——”条目没有序号；请核对是否缺了第一个“——”标题',
      en: '—— items have no numbers; check whether the first —— heading is missing',
    },
  },
  'list-uneven': {
    severity: 'info',
    message: {
      zh: '本条比同级的“——”条目长得多，可能含有两条',
      en: 'This —— item is much longer than its siblings and may hold two',
    },
    hint: {
      zh: '“——”条目没有序号；请核对中间是否缺了“——”标题',
      en: '—— items have no numbers; check whether a —— heading is missing inside',
    },
  },
  'last-item-uneven': {
    severity: 'info',
    message: {
      zh: '本组最后一条比同级各条多出一段，或长得多',
      en: 'The last item of this group has a paragraph more than its siblings, or is far longer',
    },
    hint: {
      zh: '最后一条之后若缺标题，序号看不出来；请核对',
      en: 'Numbers cannot tell whether a heading is missing after the last one; check the text',
    },
  },
  'heading-missing': {
    severity: 'warning',
    message: {
      zh: '本条有 {count} 处责任分工，可能缺了一个标题',
      en: 'This clause has {count} responsibility statements; a heading may be missing',
    },
    hint: {
      zh: '请核对第一处责任分工之后是否另起一条',
      en: 'Check whether a new item starts after the first statement',
    },
  },
  'heading-unseparated': {
    severity: 'info',
    message: {
      zh: '标题“{found}”与正文连在一起，按惯用标题断开',
      en: 'Heading “{found}” ran into its text and was separated by convention',
    },
    hint: {
      zh: '请核对断开的位置；必要时在 corrections.yaml 中更正',
      en: 'Check the place; correct it in corrections.yaml if needed',
    },
  },
  'heading-undetermined': {
    severity: 'warning',
    message: {
      zh: '“{found}”的标题与正文连在一起，无法断开',
      en: 'The heading of “{found}” runs into its text and could not be separated',
    },
    hint: {
      zh: '请在标题后换行，或在 corrections.yaml 中给出标题',
      en: 'Break the line after the heading, or give the heading in corrections.yaml',
    },
  },
  'box-title-missing': {
    severity: 'warning',
    message: {
      zh: '责任分工之后出现“{found}”，可能缺了专栏标题',
      en: '“{found}” follows a closing responsibility statement; a box title may be missing',
    },
    hint: { zh: '请核对此处是否有“专栏N”', en: 'Check whether a 专栏 title belongs here' },
  },
  'box-empty': {
    severity: 'warning',
    message: { zh: '“{found}”没有条目', en: 'Box “{found}” has no items' },
    hint: { zh: '请核对专栏内容是否缺失', en: 'Check whether its content is missing' },
  },
  'bracket-unclosed': {
    severity: 'warning',
    message: { zh: '括号“{found}”没有配对的右括号', en: 'Bracket “{found}” is never closed' },
    hint: { zh: '请补上右括号', en: 'Add the closing bracket' },
  },
  'bracket-unopened': {
    severity: 'warning',
    message: { zh: '括号“{found}”没有配对的左括号', en: 'Bracket “{found}” was never opened' },
    hint: { zh: '请补上左括号', en: 'Add the opening bracket' },
  },
  'responsibility-unclosed': {
    severity: 'warning',
    message: {
      zh: '责任分工“{found}”的括号不完整，已按部门名单断开',
      en: 'The bracket of the responsibility statement “{found}” is broken; it was cut at the last body named',
    },
    hint: { zh: '请核对责任分工的起止', en: 'Check where the statement begins and ends' },
  },
  'responsibility-missing': {
    severity: 'warning',
    message: {
      zh: '本条没有责任分工，而同级条目都有',
      en: 'This clause has no responsibility statement while its siblings have one',
    },
    hint: {
      zh: '请核对条末是否缺了部门名单',
      en: 'Check whether the list of bodies is missing at its end',
    },
  },

  // Checking a plan folder
  'file-missing': {
    severity: 'error',
    message: { zh: '缺少文件 {file}', en: 'File {file} is missing' },
    hint: {
      zh: '规划目录须有 plan.yaml、原文文件、corrections.yaml 和 agencies.csv',
      en: 'A plan folder holds plan.yaml, the text file, corrections.yaml and agencies.csv',
    },
  },
  'yaml-syntax': {
    severity: 'error',
    message: { zh: 'YAML 语法错误：{reason}', en: 'YAML syntax error: {reason}' },
    hint: { zh: '请检查缩进、冒号和引号', en: 'Check indentation, colons and quotes' },
  },
  'csv-syntax': {
    severity: 'error',
    message: { zh: 'CSV 格式错误：{reason}', en: 'CSV error: {reason}' },
    hint: { zh: '请检查引号和列数', en: 'Check quotes and the number of columns' },
  },
  'field-invalid': {
    severity: 'error',
    message: { zh: '“{field}”不符合要求：{reason}', en: '“{field}” is not valid: {reason}' },
    hint: { zh: '字段说明见 docs/schemas/', en: 'The fields are described in docs/schemas/' },
  },
  'plan-mismatch': {
    severity: 'error',
    message: {
      zh: '{field}写作“{declared}”，原文为“{found}”',
      en: '{field} says “{declared}”, the text says “{found}”',
    },
    hint: { zh: '请以原文为准更正 plan.yaml', en: 'Correct plan.yaml to the text' },
  },
  'plan-count': {
    severity: 'error',
    message: {
      zh: '{what}应为 {expected}，编译得到 {found}',
      en: '{what} should be {expected}, the compiler found {found}',
    },
    hint: {
      zh: '请核对原文是否完整，或更正 plan.yaml 的 expect',
      en: 'Check that the text is complete, or correct expect in plan.yaml',
    },
  },
  'correction-unneeded': {
    severity: 'error',
    message: {
      zh: '更正 {id} 已不需要：{reason}',
      en: 'Correction {id} is no longer needed: {reason}',
    },
    hint: { zh: '请从 corrections.yaml 中删去', en: 'Remove it from corrections.yaml' },
  },
  'correction-target': {
    severity: 'error',
    message: {
      zh: '更正 {id} 所指的 {target} 不存在',
      en: 'Correction {id} points at {target}, which does not exist',
    },
    hint: { zh: '请核对条款编号', en: 'Check the clause id' },
  },
  'agency-unlisted': {
    severity: 'error',
    message: {
      zh: '原文所列“{name}”不在 agencies.csv 中',
      en: '“{name}” is named in the text but not in agencies.csv',
    },
    hint: {
      zh: '请补一行；查不到来源的列留空',
      en: 'Add a row; leave blank what cannot be sourced',
    },
  },
  'agency-unused': {
    severity: 'warning',
    message: {
      zh: 'agencies.csv 中的“{name}”在原文责任分工里没有出现',
      en: '“{name}” in agencies.csv is named in no responsibility statement',
    },
    hint: { zh: '请核对印发名称', en: 'Check the printed name' },
  },
  'agency-duplicate': {
    severity: 'error',
    message: { zh: '“{name}”重复', en: '“{name}” is listed twice' },
    hint: { zh: '每个印发名称只写一行', en: 'One row for each printed name' },
  },
  'source-missing': {
    severity: 'error',
    message: { zh: '“{name}”的{field}没有来源', en: 'The {field} of “{name}” has no source' },
    hint: { zh: '请写明来源，或将该项留空', en: 'Give the source, or leave the field blank' },
  },

  // Importing a table into the statistical base
  ...importFindingTable,

  // Checking the statistics of a plan's folder
  ...statisticsFindingTable,

  // Saving, handing in and publishing a submission
  ...submissionFindingTable,

  // Forms, and what is filled into them
  ...collectionFindingTable,
} as const satisfies Record<
  string,
  {
    severity: 'error' | 'warning' | 'info';
    message: { zh: string; en: string };
    hint: { zh: string; en: string };
  }
>;
