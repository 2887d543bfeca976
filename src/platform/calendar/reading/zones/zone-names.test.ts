import { expect, test } from 'vitest'
import { clockNamed } from './zone-names.ts'

const names: [zone: string, names: string[]][] = [
  [
    'Asia/Seoul',
    [
      '(UTC+09:00) 서울',
      '서울',
      '대한민국 표준시',
      '한국 표준시',
      'KST',
      'Korea',
      '(UTC+09:00) ソウル',
      '韓国標準時',
      '大韓民国 (標準時)',
      '(UTC+09:00) 首尔',
      '(GMT+09:00) Séoul',
      'heure normale de la Corée',
      'Hora estándar de Corea',
      '/softwarestudio.org/Tzfile/Asia/Seoul',
    ],
  ],
  [
    'Asia/Tokyo',
    [
      '(UTC+09:00) 大阪、札幌、東京',
      '東京 (標準時)',
      '일본 표준시',
      '(UTC+09:00) Osaka, Sapporo, Tokyo',
      'Tokyo',
    ],
  ],
  ['Asia/Shanghai', ['中国标准时间', '(UTC+08:00) 北京，重庆，香港特别行政区，乌鲁木齐', '중국 표준시']],
  [
    'Europe/Paris',
    [
      'ロマンス標準時',
      '로망스 표준시',
      'Romance',
      'Romance (heure standard)',
      'Paris, Madrid',
      '/mozilla.org/20050126_1/Europe/Paris',
      '/citadel.org/20211207_1/Europe/Paris',
      'posix/Europe/Paris',
    ],
  ],
  [
    'Europe/Brussels',
    ['(UTC+01:00) Bruxelles, Copenhague, Madrid, Paris', '(GMT+01.00) Brüssel, Kopenhagen, Madrid, Paris'],
  ],
  ['Europe/Berlin', ['Mitteleuropäische Zeit', 'W. Europe', '中央ヨーロッパ標準時']],
  [
    'Europe/Amsterdam',
    [
      '(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien',
      '(UTC+01:00) アムステルダム、ベルリン、ベルン',
    ],
  ],
  ['America/New_York', ['(UTC−05:00) Eastern Time (US & Canada)', 'Eastern']],
  ['UTC', ['tzone://Microsoft/Utc', '(UTC) Coordinated Universal Time', 'Z', '협정 세계시']],
]

test.each(names)('takes for %s what programs call so', (zone, called) => {
  expect(called.map((name) => `${name}: ${clockNamed(name)?.id}`)).toEqual(
    called.map((name) => `${name}: ${zone}`),
  )
})

test.each([
  ['(GMT +01:00)', '11:00'],
  ['UTC+9', '03:00'],
  ['GMT-3', '15:00'],
  ['+0530', '06:30'],
])('reads noon by the offset %s all year, and names no zone', (name, at) => {
  const clock = clockNamed(name)
  expect(clock?.id).toBeNull()
  for (const month of ['01', '07'])
    expect(
      clock
        ?.instantOf(Temporal.PlainDateTime.from(`2017-${month}-07T12:00`))
        .toString()
        .slice(11, 16),
    ).toBe(at)
})

// Another offset than that of the place, two places that differ, summer without its rules, no place at all, endless names.
test.each([
  '(UTC+02:00) 서울',
  'Paris, 서울',
  'GMT +0100 (Standard) / GMT +0200 (Daylight)',
  '서유럽 표준시',
  'Customized Time Zone',
  'tzone://Microsoft/Custom',
  'UTC+15',
  '',
  `(UTC+01:00) ${'a Time ('.repeat(500_000)}`,
])('takes %.60s for no zone', (name) => {
  expect(clockNamed(name)).toBeNull()
})
