import { measureCpu } from './cpu.js';
import { median } from './row.js';

/** One contender: a turn gives its figures, by names of its own. */
export interface Contender {
  readonly name: string;
  turn(round: number): Promise<Readonly<Record<string, number>>>;
}

export interface Turned {
  /** The median of a figure of a contender; nothing where it has none. */
  figure(name: string, of?: string): number | undefined;
  /** In words: what each contender's CPU was spent on, and what others used meanwhile. */
  readonly foreign: number;
  cpu(name: string): string;
}

/** Lets all contenders take turns, A B A B, and keeps medians. `parts` are processes whose CPU is told apart. */
export async function takeTurns(contenders: readonly Contender[], rounds: number, parts: () => Readonly<Record<string, number>>, warm = false): Promise<Turned> {
  const figures = new Map<string, number[]>();
  const shares = new Map<string, number[]>();
  const foreign: number[] = [];
  const add = (map: Map<string, number[]>, key: string, value: number): void => { map.set(key, [...(map.get(key) ?? []), value]); };
  // One turn each that does not count, so that nobody is measured while its code is still cold.
  for (const contender of contenders) if (warm) await contender.turn(-1);
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) {
      const measured = measureCpu(parts());
      const began = performance.now();
      for (const [name, value] of Object.entries(await contender.turn(round))) add(figures, `${contender.name} ${name}`, value);
      const seconds = (performance.now() - began) / 1_000;
      const use = measured();
      foreign.push(use.foreign);
      for (const [part, spent] of Object.entries(use.seconds)) add(shares, `${contender.name} ${part}`, spent / seconds);
    }
  }
  return {
    figure: (name, of = 'value') => {
      const all = figures.get(`${name} ${of}`);
      return all === undefined ? undefined : median(all);
    },
    foreign: median(foreign),
    cpu: (name) => {
      const used = [...shares].filter(([key]) => key.startsWith(`${name} `)).map(([key, all]) => [key.slice(name.length + 1), median(all)] as const);
      return [...used].filter(([, cores]) => cores >= 0.05).sort(([, a], [, b]) => b - a).map(([part, cores]) => `${part} ${cores.toFixed(2)}`).join(', ')
        + ` cores; others ${Math.round(median(foreign) * 100)} %`;
    },
  };
}
