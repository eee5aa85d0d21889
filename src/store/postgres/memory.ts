import { totalmem } from 'node:os';

const mebibyte = 2 ** 20;

/**
 * Returns PostgreSQL's settings for a machine with so many bytes of memory. An eighth of it for what
 * is read again and again, from 128 MB up to 1 GB: five million figures with their index take about
 * as much. Nothing is compiled: statements are short. Disks are taken to be as quick at reading here
 * and there as in order.
 */
export function memorySettings(memory = availableMemory()): Readonly<Record<string, string>> {
  const shared = Math.min(1024, Math.max(128, Math.floor(memory / mebibyte / 8)));
  const cached = Math.max(shared, Math.floor(memory / mebibyte / 2));
  return {
    shared_buffers: `${shared}MB`,
    effective_cache_size: `${cached}MB`,
    work_mem: '16MB',
    temp_buffers: '128MB',
    random_page_cost: '1.1',
    jit: 'off',
  };
}

/** In a container what it may use is less than the machine has; 0 says that nothing limits it. */
function availableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
