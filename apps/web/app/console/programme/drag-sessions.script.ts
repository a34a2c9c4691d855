import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import type { ElementEventBasePayload } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { autoScrollForElements, autoScrollWindowForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { postInPlace, say } from '../../layout/post-in-place.js';
import { DayBoard } from './day-board.js';
import { hours, isAtHome, takenBy } from './landing.js';
import type { Landing, Placed } from './landing.js';

/** On a phone the grid is a list without columns; there a session is moved by its form. */
const WIDE = '(min-width: 46.01rem)';
/** Frames of the page scroll too, and do not say so to what is around them but on the way down. */
const WHILE_DRAGGED = { capture: true, passive: true };

type Held = Pick<ElementEventBasePayload, 'source' | 'location'>;
type Spot = Held['location']['current']['input'];

/** Makes the pieces of the draft's page things that can be dragged to a time, a room or a day; letting go sends what the move form sends. */
function wire(): void {
  const board = matchMedia(WIDE).matches ? DayBoard.find() : undefined;
  if (board === undefined) return;
  let held: Held | undefined;
  let shown: Landing | undefined;
  // The page scrolls by itself near its edges, also under a hand at rest: the frame stays under the hand, and letting go leads where it says.
  const follow = (): void => {
    if (held === undefined) return;
    const { source, location: { current } } = held;
    const target = current.dropTargets[0]?.element;
    shown = target instanceof HTMLElement ? board.landing(target, current.input, source.element, Number(source.data['heldBelow'])) : undefined;
    board.show(source.element, shown);
  };
  const undo = [
    ...board.pieces.map((element) => draggable({
      element,
      getInitialData: ({ input }) => ({ piece: element.dataset['session'], heldBelow: board.heldBelow(element, input.clientY) }),
      onDragStart: () => { element.classList.add('carried'); },
      onDrop: () => { element.classList.remove('carried'); },
    })),
    ...board.targets.map((element) => dropTargetForElements({ element })),
    ...board.frames.map((element) => autoScrollForElements({ element })),
    autoScrollWindowForElements(),
    monitorForElements({
      onDragStart: () => { shown = undefined; addEventListener('scroll', follow, WHILE_DRAGGED); },
      onDrag: (now) => { held = now; follow(); },
      onDropTargetChange: (now) => { held = now; follow(); },
      onDrop: (now) => {
        const { source, location } = now;
        removeEventListener('scroll', follow, WHILE_DRAGGED);
        // What was shown counts, as long as the hand has not moved since.
        if (!isSameSpot(held?.location.current.input, location.current.input)) { held = now; follow(); }
        board.show(source.element, undefined);
        if (shown !== undefined && location.current.dropTargets.length > 0) void letGo(board, source.element, shown, () => { for (const step of undo) step(); });
      },
    }),
  ];
}

function isSameSpot(one: Spot | undefined, other: Spot): boolean {
  return one?.clientX === other.clientX && one.clientY === other.clientY;
}

async function letGo(board: DayBoard, piece: HTMLElement, landing: Landing, unwire: () => void): Promise<void> {
  const session = board.placed(piece);
  if (isAtHome(session, landing)) return;
  const taken = takenBy(board.sessions, session.id, landing);
  if (taken !== undefined) return say(board.words('taken', { title: taken.title, times: hours(taken) }));
  piece.classList.add('carried');
  const sent = await postInPlace(location.pathname + location.search, fieldsOf(session, piece.dataset['version'] ?? '', landing));
  piece.classList.remove('carried');
  if (sent === 'away') return say(board.words('away', {}));
  if (sent === 'elsewhere') return;
  unwire();
  wire();
  document.querySelector<HTMLElement>('.stay')?.focus({ preventScroll: true });
}

/** As the form "Move to …" has them: without an end it keeps its length. */
function fieldsOf({ id }: Placed, version: string, { from, room }: Landing): Record<string, string> {
  return { do: 'move', session: id, version, day: from.slice(0, 10), from: from.slice(11), roomId: room };
}

wire();
