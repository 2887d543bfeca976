import type { Translate } from '../../../platform/i18n/translate.ts'

/** Names a browser and its system as far as the user agent says: « Firefox, Windows ». */
export function browserWords(t: Translate, userAgent: string | null): string {
  const browser = browsers.find(([sign]) => sign.test(userAgent ?? ''))?.[1]
  const system = systems.find(([sign]) => sign.test(userAgent ?? ''))?.[1]
  if (!browser) return t('people.sessions.unknownBrowser')
  return system ? t('people.sessions.browserOn', { browser, system }) : browser
}

// The order matters: each of them also claims to be the ones below.
const browsers: readonly [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Whale\//, 'Whale'],
  [/NAVER\(/, 'NAVER'],
  [/KAKAOTALK/i, 'KakaoTalk'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]
