import { heldBelow, hours, isAtHome, landingOf, onDay, rowAt, takenBy } from './landing.js';
import type { Landing, Placed } from './landing.js';

interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** The page of a day as what is dragged over it sees it: pieces, rows of time, columns of rooms, other days, rooms that are free. */
export class DayBoard {
  readonly pieces: readonly HTMLElement[];
  readonly sessions: readonly Placed[];
  private readonly rows: readonly HTMLElement[];
  private readonly columns: readonly HTMLElement[];
  private readonly box = document.createElement('div');

  private constructor(private readonly room: HTMLElement) {
    this.pieces = all(room, '[data-session]');
    this.sessions = this.pieces.map((piece) => this.placed(piece));
    this.rows = all(room, 'tr[data-at]');
    this.columns = all(room, 'th[data-room]');
    this.box.className = 'landing';
    room.querySelector('[data-hint]')?.removeAttribute('hidden');
    for (const link of all(room, '[data-session] a')) link.draggable = false;
  }

  /** The board of this page, where it is one. */
  static find(): DayBoard | undefined {
    const room = document.querySelector<HTMLElement>('[data-board]');
    return room === null ? undefined : new DayBoard(room);
  }

  /** What takes a session: the grid, the days above it, the rooms that are free all day, the tray of those without a room. */
  get targets(): readonly HTMLElement[] {
    return all(this.room, '.grid table, [data-day], li[data-room], section[data-room]');
  }

  /** What scrolls by itself. */
  get frames(): readonly HTMLElement[] {
    return all(this.room, '.grid');
  }

  placed(piece: HTMLElement): Placed {
    const { session = '', from = '', until = '', room = '' } = piece.dataset;
    return { id: session, title: piece.querySelector('a')?.textContent ?? '', from, until, room };
  }

  /** How many rows below its beginning a piece of the grid is held. */
  heldBelow(piece: HTMLElement, y: number): number {
    return piece.closest('td') === null ? 0 : heldBelow(this.rows.map(begin), this.pointed(y), this.placed(piece));
  }

  landing(target: HTMLElement, point: Point, piece: HTMLElement, held: number): Landing | undefined {
    const session = this.placed(piece);
    const { day, room } = target.dataset;
    if (day !== undefined) return onDay(session, day);
    if (room !== undefined) return landingOf(session, session.from, room);
    const column = this.columns.find((one) => isWithin(point.clientX, one.getBoundingClientRect(), 'left', 'right'));
    const row = rowAt(this.rows, this.pointed(point.clientY), held);
    return column === undefined || row === undefined ? undefined : landingOf(session, begin(row), column.dataset['room'] ?? '');
  }

  /** Shows where a piece would land, or that somebody has the room; nothing where it would stay. */
  show(piece: HTMLElement, landing: Landing | undefined): void {
    const session = this.placed(piece);
    if (landing === undefined || isAtHome(session, landing)) return this.box.remove();
    const taken = takenBy(this.sessions, session.id, landing);
    this.box.classList.toggle('taken', taken !== undefined);
    this.box.textContent = taken === undefined ? [landing.from.slice(0, 10) === session.from.slice(0, 10) ? '' : this.dayName(landing), hours(landing), this.roomName(landing)].filter((part) => part !== '').join(' · ') : this.words('taken', { title: taken.title, times: hours(taken) });
    this.lay(landing);
  }

  /** A sentence that the server wrote for this page, with what only the browser knows. */
  words(name: 'taken' | 'away', values: Readonly<Record<string, string>>): string {
    return Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, value), this.room.dataset[name] ?? '');
  }

  /** Over the rows that it would fill, else at the foot of the screen. */
  private lay({ from, until, room }: Landing): void {
    const frame = this.frames[0];
    const column = this.columns.find((one) => one.dataset['room'] === room)?.getBoundingClientRect();
    const filled = this.rows.filter((row) => begin(row) >= from && begin(row) < until).map((row) => row.getBoundingClientRect());
    const [first, last] = [filled[0], filled.at(-1)];
    const onGrid = frame !== undefined && column !== undefined && first !== undefined && last !== undefined;
    this.box.classList.toggle('foot', !onGrid);
    (onGrid ? frame : this.room).append(this.box);
    const origin = frame?.getBoundingClientRect();
    const place = onGrid && origin !== undefined ? {
      left: column.left - origin.left + frame.scrollLeft, top: first.top - origin.top + frame.scrollTop, width: column.width, height: last.bottom - first.top,
    } : {};
    for (const side of ['left', 'top', 'width', 'height'] as const) this.box.style[side] = side in place ? `${place[side] ?? 0}px` : '';
  }

  private pointed(y: number): number {
    return this.rows.findIndex((row) => isWithin(y, row.getBoundingClientRect(), 'top', 'bottom'));
  }

  private roomName({ room }: Landing): string {
    return all(this.room, '[data-room-name]').find((one) => one.dataset['room'] === room)?.dataset['roomName'] ?? '';
  }

  private dayName({ from }: Landing): string {
    return all(this.room, '[data-day]').find((one) => one.dataset['day'] === from.slice(0, 10))?.textContent ?? '';
  }
}

function all(within: ParentNode, selector: string): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)];
}

function begin(row: HTMLElement): string {
  return row.dataset['at'] ?? '';
}

function isWithin(value: number, box: DOMRect, from: 'left' | 'top', to: 'right' | 'bottom'): boolean {
  return value >= box[from] && value < box[to];
}
