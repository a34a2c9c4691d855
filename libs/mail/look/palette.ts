/** The colours of a letter: lacquer red and ink on paper, and the same by lamp light. Every pair passes WCAG 2.2 AA (4.5:1). */
export const DAY = {
  desk: '#f3efe9', paper: '#ffffff', ink: '#24201d', faded: '#6a625b', line: '#e6dfd6', accent: '#9b2c22', accentText: '#9b2c22', onAccent: '#ffffff', panel: '#faf7f2',
} as const;

export const NIGHT = {
  desk: '#151311', paper: '#1f1c19', ink: '#ece7e1', faded: '#b0a79e', line: '#3a352f', accent: '#b5402f', accentText: '#f0a394', onAccent: '#ffffff', panel: '#272320',
} as const;

/** How far apart lines stand: scripts that are tall, or that stack marks on letters, need more. */
export function leadingFor(locale: string): number {
  if (locale.startsWith('zh')) return 1.85;
  return locale === 'ar' || locale === 'th' ? 1.8 : 1.6;
}

/** Fonts that the reader's machine has; nothing is fetched. */
export function fontsFor(locale: string): string {
  const latin = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial";
  if (locale === 'zh-Hans') return `${latin}, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif`;
  if (locale === 'zh-Hant') return `${latin}, 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans TC', 'Noto Sans CJK TC', sans-serif`;
  if (locale === 'ar') return `'Segoe UI', 'Geeza Pro', 'Noto Sans Arabic', Tahoma, ${latin}, sans-serif`;
  if (locale === 'th') return `'Segoe UI', 'Leelawadee UI', Thonburi, 'Noto Sans Thai', ${latin}, sans-serif`;
  return `${latin}, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans', sans-serif`;
}
