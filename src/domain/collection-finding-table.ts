/**
 * What can be wrong with a form, with a cell that is filled and with a workbook that comes back.
 * Spread into the table of all findings. docs/collection.md lists them.
 */
export const collectionFindingTable = {
  // forms.yaml
  'form-frequency': {
    severity: 'error',
    message: {
      zh: '指标 {id} 的频率与本表不同',
      en: 'Indicator {id} is made at another frequency than the form',
    },
    hint: {
      zh: '请移到同一频率的报表',
      en: 'Move it to a form of its own frequency',
    },
  },
  'form-kind': {
    severity: 'error',
    message: {
      zh: '指标 {id} 不适用于本表的填报单位',
      en: 'Indicator {id} is not of the kind of place that reports',
    },
    hint: {
      zh: '请核对 indicators.yaml 中的 kinds 和本表的填报范围',
      en: 'Compare kinds in indicators.yaml with the reporters of the form',
    },
  },
  'form-asked-twice': {
    severity: 'error',
    message: {
      zh: '{number}已向{body}收集指标 {id}，同一时期不得重复收集',
      en: '{number} asks {body} for indicator {id} already; it is collected once',
    },
    hint: {
      zh: '请从其中一张表删去；已收集的数由系统预填',
      en: 'Remove it from one of the forms; what was collected is pre-filled',
    },
  },
  'form-rule-line': {
    severity: 'error',
    message: {
      zh: '核对关系用到的指标 {id} 不在本表',
      en: 'A rule uses indicator {id}, which is not on the form',
    },
    hint: { zh: '请补这一行，或改写核对关系', en: 'Add the line, or change the rule' },
  },
  'form-rule-unit': {
    severity: 'error',
    message: {
      zh: '核对关系中 {id}（{unit}）与 {other}（{otherUnit}）不是同类单位',
      en: 'A rule compares {id} ({unit}) with {other} ({otherUnit}), which measure different things',
    },
    hint: { zh: '请核对核对关系', en: 'Check the rule' },
  },
  'form-unreviewed': {
    severity: 'error',
    message: {
      zh: '{body}等 {count} 个单位的报表没有上级审核',
      en: 'Nobody reviews the form of {count} bodies, such as {body}',
    },
    hint: {
      zh: '请在 review 中写入这些单位上级的类别',
      en: 'Name the kind of a place above them in review',
    },
  },
  'form-no-reporter': {
    severity: 'warning',
    message: { zh: '没有单位填报本表', en: 'Nobody reports this form' },
    hint: { zh: '请核对 reporters', en: 'Check reporters' },
  },
  'form-days': {
    severity: 'error',
    message: {
      zh: '截止日 {due} 早于开始日 {opens}',
      en: 'It is due on {due}, before it opens on {opens}',
    },
    hint: { zh: '请核对 opens 和 due', en: 'Check opens and due' },
  },
  'form-forbidden': {
    severity: 'error',
    message: {
      zh: '“{name}”属于本系统不收集的内容：{topic}',
      en: '“{name}” is of a kind this system does not hold: {topic}',
    },
    hint: {
      zh: '请删去；只收集汇总统计数字，不收集个人信息',
      en: 'Remove it: only aggregate statistics are held, nothing on persons',
    },
  },
  'form-approval-expired': {
    severity: 'warning',
    message: {
      zh: '批准（{number}）的有效期已于 {until} 届满',
      en: 'The approval ({number}) expired on {until}',
    },
    hint: {
      zh: '统计调查对象有权拒绝填报过期的表，请办理延续后更新',
      en: 'Whoever is asked may refuse an expired form: renew it and enter the new validity',
    },
  },
  'citation-stale': {
    severity: 'warning',
    message: {
      zh: '引用“{id}”须核对条文（上次核对：{checked}）',
      en: 'Citation “{id}” is to be checked (last checked: {checked})',
    },
    hint: {
      zh: '请核对法规现行文本后更新 checked',
      en: 'Read the text in force, then update checked',
    },
  },

  // A cell by itself
  'entry-not-number': {
    severity: 'error',
    message: { zh: '“{text}”不是数', en: '“{text}” is not a number' },
    hint: {
      zh: '只填数字；没有数的留空并选原因',
      en: 'Digits only; where there is no figure leave it blank and choose a reason',
    },
  },
  'entry-unit': {
    severity: 'error',
    message: {
      zh: '“{text}”带有“{given}”，本行以{unit}计',
      en: '“{text}” says “{given}”; this line is in {unit}',
    },
    hint: { zh: '改为 {shown}？', en: 'Make it {shown}?' },
  },
  'entry-unit-other': {
    severity: 'error',
    message: {
      zh: '“{text}”的单位“{given}”与本行的“{unit}”不是一类',
      en: '“{text}” is in “{given}”, which does not measure what {unit} does',
    },
    hint: { zh: '请只填以{unit}计的数', en: 'Give the number in {unit}, without a unit' },
  },
  'entry-range': {
    severity: 'error',
    message: {
      zh: '{value} 超出范围，应{range}',
      en: '{value} is out of range; it should be {range}',
    },
    hint: { zh: '请核对数字和计量单位', en: 'Check the figure and its unit' },
  },
  'entry-digits': {
    severity: 'warning',
    message: {
      zh: '小数 {found} 位，本行填到 {digits} 位',
      en: '{found} decimal places; this line has {digits}',
    },
    hint: {
      zh: '请四舍五入，或说明为何更细；也请核对单位',
      en: 'Round it, or say why it is finer; check the unit too',
    },
  },
  'entry-value-and-reason': {
    severity: 'error',
    message: {
      zh: '既填了数，又选了没有数的原因',
      en: 'A figure, and a reason why there is none',
    },
    hint: { zh: '请只留一样', en: 'Keep one of them' },
  },
  'entry-missing': {
    severity: 'error',
    message: { zh: '还没有填', en: 'Not filled yet' },
    hint: {
      zh: '请填数；确实没有的，选一个原因（零也是数，空格不是零）',
      en: 'Give the figure, or choose why there is none; zero is a figure, a blank is not zero',
    },
  },
  'entry-emptied': {
    severity: 'info',
    message: {
      zh: '没有填数，按统计信息库的 {value} 计',
      en: 'Left empty: the figure of the base, {value}, stands',
    },
    hint: {
      zh: '要撤下已公布的数，请填没有数的原因',
      en: 'To take a published figure down, choose why there is none',
    },
  },
  'entry-taken-down': {
    severity: 'warning',
    message: {
      zh: '统计信息库已有 {value}，公布后将撤下这个数',
      en: 'The base has {value}; once published, it is taken down',
    },
    hint: {
      zh: '确需撤下的请写明理由；数没有变的请清空本格',
      en: 'Say why in a note; where the figure stands, empty the cell',
    },
  },
  'entry-zero': {
    severity: 'warning',
    message: {
      zh: '填了 0，而{base}为 {before}',
      en: 'Zero, while {base} it was {before}',
    },
    hint: {
      zh: '没有数的请改选原因；确实为零的请说明',
      en: 'Choose a reason where there is no figure; explain a true zero in a note',
    },
  },
  'entry-unasked': {
    severity: 'error',
    message: {
      zh: '本表不填“{indicator}”',
      en: 'The form does not ask for “{indicator}”',
    },
    hint: {
      zh: '由其他行算出，或已不在本表；这一格没有采用',
      en: 'It is computed from other lines or no longer on the form; the cell was not taken',
    },
  },

  // Cells against each other
  'entry-sum': {
    severity: 'error',
    message: {
      zh: '{parts}＝{sum}，与 {whole} 相差 {difference}',
      en: '{parts} = {sum}, {difference} off {whole}',
    },
    hint: {
      zh: '各部分之和应等于总数，请逐项核对',
      en: 'The parts should make the whole; check each',
    },
  },
  'entry-sum-rounded': {
    severity: 'info',
    message: {
      zh: '{parts}＝{sum}，与 {whole} 相差 {difference}，属进位误差',
      en: '{parts} = {sum}, {difference} off {whole}: within rounding',
    },
    hint: { zh: '不用改', en: 'Nothing to do' },
  },
  'entry-part': {
    severity: 'error',
    message: {
      zh: '{part}，大于第{line}行的 {whole}',
      en: '{part}, more than the {whole} of line {line}',
    },
    hint: { zh: '其中数不应大于总数', en: 'A part cannot exceed its whole' },
  },
  'entry-ratio': {
    severity: 'warning',
    message: {
      zh: '第{of}行÷第{by}行＝{ratio}，通常{range}',
      en: 'Line {of} ÷ line {by} = {ratio}; usually {range}',
    },
    hint: {
      zh: '请核对两行的数字和单位；属实请写说明',
      en: 'Check both figures and their units; if it is so, write a note',
    },
  },

  // A cell against its past
  'entry-slip': {
    severity: 'error',
    message: {
      zh: '本期数{times}，{likely}',
      en: 'This is {times}, {likely}',
    },
    hint: { zh: '改为 {shown}？', en: 'Make it {shown}?' },
  },
  'entry-point': {
    severity: 'warning',
    message: {
      zh: '本期数{times}，小数点或单位或有误',
      en: 'This is {times}; the decimal point or the unit may have slipped',
    },
    hint: { zh: '改为 {shown}？属实请写说明', en: 'Make it {shown}? If it is so, write a note' },
  },
  'entry-jump': {
    severity: 'warning',
    message: {
      zh: '比{base}的 {before} {change}',
      en: '{change} on the {before} of {base}',
    },
    hint: { zh: '请核对；属实请写说明', en: 'Check it; if it is so, write a note' },
  },
  'entry-unchanged': {
    severity: 'warning',
    message: { zh: '与{base}完全相同', en: 'The same as {base} to the last digit' },
    hint: { zh: '请核对；属实请写说明', en: 'Check it; if it is so, write a note' },
  },
  'entry-out-of-line': {
    severity: 'warning',
    message: {
      zh: '比{base}{change}，历年通常{usual}',
      en: '{change} on {base}; usually {usual} a year',
    },
    hint: { zh: '请核对；属实请写说明', en: 'Check it; if it is so, write a note' },
  },

  // A template that comes back
  'template-unmarked': {
    severity: 'error',
    message: {
      zh: '这不是本系统的填报模板',
      en: 'This is not a template of this system',
    },
    hint: {
      zh: '请从报表页下载模板，填好后原样上传，不要另建文件',
      en: 'Download the template from the form’s page and upload that same file',
    },
  },
  'template-older': {
    severity: 'error',
    message: {
      zh: '模板由本系统较早的版本生成，看不出填的时候表里是什么数',
      en: 'The template was made by an earlier release and does not say what stood in the form then',
    },
    hint: {
      zh: '请下载新模板，把数字抄过去再上传',
      en: 'Download a new template and copy the figures over',
    },
  },
  'template-conflict': {
    severity: 'warning',
    message: {
      zh: '下载模板以后，第 {line} 行“{name}”已由{by}改为 {now}；文件里是 {found}',
      en: 'Since the template was downloaded {by} has changed line {line}, {name}, to {now}; the file says {found}',
    },
    hint: {
      zh: '请核对哪个对；不选中，表里的数不变',
      en: 'See which is right; unless it is chosen, the form keeps what it has',
    },
  },
  'template-other': {
    severity: 'error',
    message: {
      zh: '这是 {found} 的模板，不是 {wanted} 的',
      en: 'The template is that of {found}, not of {wanted}',
    },
    hint: { zh: '请到对应的报表上传', en: 'Upload it where it belongs' },
  },
  'template-version': {
    severity: 'error',
    message: {
      zh: '模板是报表制度第 {found} 版，现行第 {version} 版',
      en: 'The template is of version {found} of the forms; version {version} is in force',
    },
    hint: {
      zh: '请下载新模板，把数字抄过去再上传',
      en: 'Download a new template and copy the figures over',
    },
  },
  'template-locked': {
    severity: 'warning',
    message: {
      zh: '锁定的单元格被改为“{found}”，原为“{was}”',
      en: 'A locked cell was changed to “{found}”; it was “{was}”',
    },
    hint: {
      zh: '改动没有采用；数字按本行的指标读取，请核对没有错行',
      en: 'The change was not taken; figures go to the indicator of the row: check that no row slipped',
    },
  },
  'template-forbidden': {
    severity: 'error',
    message: {
      zh: '“{name}”属于本系统不收集的内容：{topic}；整个文件没有采用',
      en: '“{name}” is of a kind this system does not hold: {topic}; nothing of the file was taken',
    },
    hint: {
      zh: '请删去加进的列或行后再上传；只收集汇总统计数字，不收集个人信息',
      en: 'Delete the added column or row: only aggregate statistics are held, nothing on persons',
    },
  },
  'template-row': {
    severity: 'warning',
    message: {
      zh: '这一行（{id}）不在本表或重复，没有采用',
      en: 'This row ({id}) is not on the form or is there twice; it was not taken',
    },
    hint: { zh: '请填在原有的行里', en: 'Fill the rows that are there' },
  },
  'template-row-missing': {
    severity: 'warning',
    message: { zh: '缺少第 {line} 行“{name}”', en: 'Line {line}, {name}, is missing' },
    hint: {
      zh: '该行保持原样；请不要删行',
      en: 'That line stays as it was; do not delete rows',
    },
  },
  'template-reason': {
    severity: 'error',
    message: { zh: '“{text}”不是所列的无数原因', en: '“{text}” is none of the reasons' },
    hint: { zh: '请从下拉列表选择', en: 'Choose from the list' },
  },
  'template-note': {
    severity: 'error',
    message: { zh: '说明超过 {limit} 字', en: 'The note is longer than {limit} characters' },
    hint: { zh: '请写短一些', en: 'Shorten it' },
  },
  'template-formula': {
    severity: 'warning',
    message: {
      zh: '这一格是公式，按其结果 {text} 采用',
      en: 'A formula; its result {text} was taken',
    },
    hint: { zh: '请核对结果', en: 'Check the result' },
  },
  'template-formula-empty': {
    severity: 'error',
    message: { zh: '这一格的公式没有可用的结果', en: 'The formula of this cell has no result' },
    hint: { zh: '请直接填数', en: 'Give the figure itself' },
  },
} as const;
