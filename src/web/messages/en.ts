import type { Messages } from './zh.ts';
import { zh } from './zh.ts';
export const en: Messages = zh;
