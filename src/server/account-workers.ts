import type { AuditEntry, accountEndpoints } from '../api/accounts.ts';
import { beijingDay } from '../domain/beijing-day.ts';
import type { TableCell, TableStream } from '../domain/table.ts';
import { streamCsv } from '../exchange/table-csv.ts';
import type { AccountRules } from '../store/accounts/account-rules.ts';
import {
  changeAccount,
  createAccount,
  readAccounts,
  resetPassword,
} from '../store/accounts/accounts.ts';
import { searchAudit, streamAudit } from '../store/accounts/audit-search.ts';
import { giveRole, takeRole } from '../store/accounts/grants.ts';
import { bodyNames } from '../store/collection/bodies.ts';
import type { Workers } from './work-routes.ts';

const pageOfAudit = 200;
/** Read at a time while the record is sent. */
const batchOfCsv = 2_000;

/** Returns what accounts, rights and the record of acts answer. */
export function accountWorkers(rules: AccountRules): Workers<typeof accountEndpoints> {
  return {
    accounts: async (work) => ({
      accounts: await readAccounts(work, await bodyNames(work.store.server, work.db, work.plan)),
    }),
    createAccount: (work, input) => createAccount(work, rules, input),
    changeAccount: async (work, { id, state }) => {
      await changeAccount(work, id, state);
      return {};
    },
    resetPassword: (work, { id }) => resetPassword(work, rules, id),
    giveRole: async (work, input) => {
      await giveRole(work, work.plan, input);
      return {};
    },
    takeRole: async (work, { id }) => {
      await takeRole(work, id);
      return {};
    },
    audit: (work, asked) => searchAudit(work, 'audit.search', asked, pageOfAudit),
    auditCsv: async (work, asked) => {
      const how = { act: 'audit.csv', again: work.again, batch: batchOfCsv };
      const entries = await streamAudit(work, asked, how);
      const name = `审计日志-${beijingDay(new Date())}.csv`;
      return { name, chunks: streamCsv(auditTable(entries)) };
    },
  };
}

function auditTable(entries: AsyncIterable<AuditEntry>): TableStream {
  return {
    name: '审计日志',
    columns: [
      { key: 'number', header: '序号 number' },
      { key: 'at', header: '时间 at' },
      { key: 'account', header: '账号 account' },
      { key: 'role', header: '角色 role' },
      { key: 'origin', header: '来源 origin' },
      { key: 'act', header: '操作 act' },
      { key: 'body', header: '单位 body' },
      { key: 'subject', header: '对象 subject' },
      { key: 'old', header: '原值 old' },
      { key: 'new', header: '新值 new' },
      { key: 'outcome', header: '结果 outcome' },
    ],
    rows: rowsOf(entries),
  };
}

async function* rowsOf(entries: AsyncIterable<AuditEntry>): AsyncGenerator<readonly TableCell[]> {
  for await (const entry of entries)
    yield [
      entry.number,
      entry.at,
      entry.account,
      entry.role,
      entry.origin,
      entry.act,
      entry.body,
      entry.subject,
      json(entry.old),
      json(entry.new),
      entry.outcome,
    ];
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
