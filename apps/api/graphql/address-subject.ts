import { isIPv6 } from 'node:net';

/**
 * Under what name a principal's calls are counted. An IPv6 network gives each house a whole /64 to choose addresses
 * from (RFC 6177), so these are counted together.
 */
export function addressSubject(principal: string): string {
  const address = principal.startsWith('address:') ? principal.slice('address:'.length) : '';
  if (!isIPv6(address) || address.includes('.')) return principal;
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const front = head.split(':').filter((part) => part !== '');
  const back = tail.split(':').filter((part) => part !== '');
  const whole = address.includes('::') ? [...front, ...Array<string>(8 - front.length - back.length).fill('0'), ...back] : front;
  return `address:${whole.slice(0, 4).map((part) => Number.parseInt(part, 16).toString(16)).join(':')}::/64`;
}
