import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { autoScrollForElements, autoScrollWindowForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { postInPlace, say } from '../../layout/post-in-place.js';
import { DayBoard } from './day-board.js';
import { hours, isAtHome, takenBy } from './landing.js';
import type { Landing, Placed } from './landing.js';

/** On a phone the grid is a list without columns; there a session is moved by its form. */
const WIDE = '(min-width: 46.01rem)';

/** Makes the pieces of the draft's page things that can be dragged to a time, a room or a day; letting go sends what the move form sends. */
function wire(): void {
  const board = matchMedia(WIDE).matches ? DayBoard.find() : undefined;
  if (board === undefined) return;
  const undo = [
    ...board.pieces.map((element) => draggable({
      element,
      getInitialData: ({ input }) => ({ piece: element.dataset['session'], heldBelow: board.heldBelow(element, input.clientY) }),
      onDragStart: () => { element.classList.add('carried'); },
      onDrop: () => { element.classList.remove('carried'); },
    })),
    ...board.targets.map((element) => dropTargetForElements({
      element,
      getData: ({ input, source }) => ({ landing: board.landing(element, input, source.element, Number(source.data['heldBelow'])) }),
    })),
    ...board.frames.map((element) => autoScrollForElements({ element })),
    autoScrollWindowForElements(),
    monitorForElements({
      onDrag: ({ source, location }) => { board.show(source.element, landingIn(location.current.dropTargets[0]?.data)); },
      onDropTargetChange: ({ source, location }) => { board.show(source.element, landingIn(location.current.dropTargets[0]?.data)); },
      onDrop: ({ source, location }) => {
        board.show(source.element, undefined);
        const landing = landingIn(location.current.dropTargets[0]?.data);
        if (landing !== undefined) void letGo(board, source.element, landing, () => { for (const step of undo) step(); });
      },
    }),
  ];
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

function landingIn(data: Record<string | symbol, unknown> | undefined): Landing | undefined {
  return data?.['landing'] as Landing | undefined;
}

wire();
