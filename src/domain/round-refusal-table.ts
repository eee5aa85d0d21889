/** Why a round is not opened, not filled in or not taken back, by the code of the refusal. */
export const roundRefusalTable = {
  'round-exists': {
    status: 409,
    message: {
      zh: '{form} {period} 的报送任务已经布置',
      en: '{form} has already been asked for {period}',
    },
    hint: { zh: '请在报送进度中查看', en: 'See it under the rounds of collection' },
  },
  'round-begun': {
    status: 409,
    message: {
      zh: '这项报送任务已有人填报或办理，不能撤销',
      en: 'Somebody has filled in or moved a submission of this round: it cannot be taken back',
    },
    hint: {
      zh: '可以截止这项任务，或对不需报的单位免报',
      en: 'Close the round instead, or exempt who need not report',
    },
  },
  'round-invalid': {
    status: 400,
    message: { zh: '报送任务不成立：{reason}', en: 'This round cannot be: {reason}' },
    hint: { zh: '请检查时期和日期', en: 'Check the period and the days' },
  },
  'round-shut': {
    status: 409,
    message: {
      zh: '报送还没有开始，或已经截止',
      en: 'The round has not begun, or is closed',
    },
    hint: {
      zh: '请在开始日之后提交；已截止的，请协调机构重新开放',
      en: 'Submit from the day it opens; a closed round is reopened by its coordinator',
    },
  },
} as const;
