import type { Page } from 'playwright-core';

/** What a frame may take at most before scrolling is felt to stumble, in milliseconds. */
export const SMOOTH_MS = 50;

interface TraceEntry { readonly name: string; readonly ph: string; readonly ts: number; readonly dur?: number; readonly tdur?: number; readonly tid: number; readonly pid: number }

/**
 * Scrolls a page from top to bottom by the wheel and gives the longest single piece of work of its main thread meanwhile, in
 * milliseconds of its thread's own time, as Chromium's trace has it (`RunTask`): no frame can be drawn while one runs, and what else
 * the machine does is not counted.
 */
export async function longestTaskWhileScrolling(page: Page): Promise<number> {
  const line = await page.context().newCDPSession(page);
  const entries: TraceEntry[] = [];
  line.on('Tracing.dataCollected', ({ value }) => { entries.push(...(value as unknown as TraceEntry[])); });
  const ended = new Promise<void>((resolve) => { line.once('Tracing.tracingComplete', () => { resolve(); }); });
  await line.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'] } });
  await page.mouse.move(200, 300);
  for (let turns = 0; turns < 40; turns += 1) {
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(25);
  }
  await line.send('Tracing.end');
  await ended;
  const main = new Set(entries.filter(({ name }) => name === 'Layout' || name === 'UpdateLayoutTree' || name === 'PrePaint').map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = entries.filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && main.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error('the trace has no work of the page');
  return Math.max(...tasks.map(({ dur, tdur }) => (tdur ?? dur ?? 0) / 1_000));
}
