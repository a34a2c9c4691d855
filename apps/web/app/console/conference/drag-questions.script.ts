import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { autoScrollWindowForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { postInPlace, say } from '../../layout/post-in-place.js';
import { placesTo } from './places-to.js';

/** Makes a form's questions things that can be dragged up and down; letting go sends what their buttons send, with how many places. */
function wire(): void {
  const list = document.querySelector<HTMLElement>('ol[data-away]');
  if (list === null) return;
  const items = [...list.querySelectorAll<HTMLElement>('[data-question]')];
  for (const link of list.querySelectorAll('a')) link.draggable = false;
  document.querySelector('#form [data-hint]')?.removeAttribute('hidden');
  const places = (source: Element, clientY: number): number => placesTo(items.map((item) => { const { top, height } = item.getBoundingClientRect(); return top + height / 2; }), items.findIndex((item) => item === source), clientY);
  const mark = (source: Element, by: number): void => {
    const from = items.findIndex((item) => item === source);
    items.forEach((item, index) => {
      item.classList.toggle('before', by < 0 && index === from + by);
      item.classList.toggle('after', by > 0 && index === from + by);
    });
  };
  const undo = [
    ...items.map((element) => draggable({
      element,
      onDragStart: () => { element.classList.add('carried'); },
      onDrop: () => { element.classList.remove('carried'); },
    })),
    dropTargetForElements({ element: list, getData: ({ input, source }) => ({ places: places(source.element, input.clientY) }) }),
    autoScrollWindowForElements(),
    monitorForElements({
      onDrag: ({ source, location }) => { mark(source.element, placesIn(location.current.dropTargets[0]?.data)); },
      onDropTargetChange: ({ source, location }) => { mark(source.element, placesIn(location.current.dropTargets[0]?.data)); },
      onDrop: ({ source, location }) => {
        mark(source.element, 0);
        void letGo(list, source.element, placesIn(location.current.dropTargets[0]?.data), () => { for (const step of undo) step(); });
      },
    }),
  ];
}

async function letGo(list: HTMLElement, item: HTMLElement, by: number, unwire: () => void): Promise<void> {
  const form = item.querySelector('form');
  if (by === 0 || form === null) return;
  const { question, formVersion } = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
  item.classList.add('carried');
  const sent = await postInPlace(location.pathname, { question: question ?? '', formVersion: formVersion ?? '', do: by < 0 ? 'up' : 'down', places: `${Math.abs(by)}` });
  item.classList.remove('carried');
  if (sent === 'away') return say(list.dataset['away'] ?? '');
  if (sent === 'elsewhere') return;
  unwire();
  wire();
}

function placesIn(data: Record<string | symbol, unknown> | undefined): number {
  return typeof data?.['places'] === 'number' ? data['places'] : 0;
}

wire();
