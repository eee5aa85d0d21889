/**
 * What can keep a cell from being saved, a submission from being handed in or published. Spread into
 * the table of all findings. docs/collection.md lists them.
 */
export const submissionFindingTable = {
  'cell-reassigned': {
    severity: 'warning',
    message: {
      zh: '您已不再负责这张报表，这一格没有保存，已为您留存',
      en: 'You no longer report this form; the cell was not saved, and is kept for you',
    },
    hint: { zh: '请交给现在的填报人', en: 'Hand it to whoever reports now' },
  },
  'cell-round-closed': {
    severity: 'warning',
    message: {
      zh: '报送已经截止，这一格没有保存，已为您留存',
      en: 'The round is closed; the cell was not saved, and is kept for you',
    },
    hint: {
      zh: '如需补报，请联系布置任务的单位',
      en: 'Ask whoever opened the round if it is still needed',
    },
  },
  'cell-not-open': {
    severity: 'warning',
    message: {
      zh: '报送还没有开始，这一格没有保存，已为您留存',
      en: 'The round has not begun; the cell was not saved, and is kept for you',
    },
    hint: { zh: '请在开始日之后再填', en: 'Enter it again from the day it opens' },
  },
  'cell-under-review': {
    severity: 'warning',
    message: {
      zh: '报表已提交，这一格没有保存，已为您留存',
      en: 'The form was handed in; the cell was not saved, and is kept for you',
    },
    hint: {
      zh: '请撤回报表，或等上级退回后再填',
      en: 'Withdraw the submission, or wait until it is returned',
    },
  },
  'cell-other-version': {
    severity: 'warning',
    message: {
      zh: '报表已换新版，这一格没有保存，已为您留存',
      en: 'The form has a new version; the cell was not saved, and is kept for you',
    },
    hint: { zh: '请刷新页面，按新版核对后再填', en: 'Reload the page and enter it again' },
  },
  'cell-not-on-form': {
    severity: 'warning',
    message: {
      zh: '报表中没有这个指标，这一格没有保存，已为您留存',
      en: 'The form does not ask for this; the cell was not saved, and is kept for you',
    },
    hint: { zh: '请刷新页面核对', en: 'Reload the page and check' },
  },
  'cell-remark-open': {
    severity: 'error',
    message: {
      zh: '{name}被{by}退回，还没有更正：{reason}',
      en: '{name} was returned by {by} and is not yet corrected: {reason}',
    },
    hint: {
      zh: '请改正数值；数值无误的，请在说明中写明',
      en: 'Correct the figure, or say in a note why it is right',
    },
  },
  'release-reason-wanting': {
    severity: 'error',
    message: {
      zh: '{body} 的 {indicator} 将由 {old} 改为 {new}，须写明更正原因',
      en: '{indicator} of {body} would become {new} instead of {old}; say why',
    },
    hint: { zh: '请逐条填写更正原因', en: 'Give a reason for each revised figure' },
  },
} as const;
