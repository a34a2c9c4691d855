import { parseEmail } from '#identity';

/** Lines of one list; larger ones are taken in parts. */
export const MOST_ADDRESSES = 10_000;

export interface AddressList {
  readonly addresses: readonly { readonly address: string; readonly note: string | undefined }[];
  /** Lines in which no address was found. */
  readonly rejected: readonly string[];
}

/** Addresses out of CSV or plain lines: the first cell that is an address, and the last that is not as its note. A line of headings is no address and no error. */
export function addressesIn(list: string): AddressList {
  const lines = list.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '').slice(0, MOST_ADDRESSES + 1);
  const found = lines.map((line, index) => {
    const cells = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').replace(/^'(?==)/, ''));
    const address = cells.map((cell) => parseEmail(cell)).find((parsed) => parsed !== undefined);
    const note = cells.filter((cell) => cell !== '' && !cell.includes('@')).at(-1)?.slice(0, 500);
    return { line, isHeading: index === 0 && address === undefined && !line.includes('@'), address, note };
  });
  return {
    addresses: found.flatMap(({ address, note }) => (address === undefined ? [] : [{ address, note }])),
    rejected: found.flatMap(({ line, isHeading, address }) => (address === undefined && !isHeading ? [line.slice(0, 200)] : [])),
  };
}
