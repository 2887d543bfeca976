/** Why our table and the other one may differ: the first rule that matches a difference explains it. */
export const explanations: readonly { key: RegExp; field: string; reason: string }[] = [
  {
    key: /^KR:12$/u,
    field: 'row',
    reason: 'reported by the press for 1 July 2026; the other table stops in 2023',
  },
  {
    key: /^KR:28(125|155|275|290)$/u,
    field: 'row',
    reason: 'new district of 1 July 2026, after the other table',
  },
  {
    key: /^KR:41(19[246]|59[1357])$/u,
    field: 'row',
    reason: 'district of a city opened in 2024 or 2026, after the boundaries of 2018',
  },
  {
    key: /^KR:36110$/u,
    field: 'row',
    reason: 'Sejong has one level: the city itself, KR:36, stands for both',
  },
  { key: /^KR:(51|52)$/u, field: 'kr', reason: 'the other table notes the old and the new code in one cell' },
  {
    key: /^KR:(51|52|50)$/u,
    field: 'romanisation',
    reason: 'our name is that of the special self-governing province',
  },
  {
    key: /^KR:28177$/u,
    field: 'hanja',
    reason: 'the other table keeps the characters of the former name, Nam-gu',
  },
  {
    key: /^KR:(41670|44270)$/u,
    field: 'hanja',
    reason: 'raised to a city after the census of 2010 the other table takes its characters from',
  },
  {
    key: /^KR:(50110|50130)$/u,
    field: 'kind',
    reason: 'a city of Jeju is a place, not an authority: it has no mayor elected nor council',
  },
  {
    key: /^KR:46720$/u,
    field: 'hanja',
    reason: 'the county writes 谷城, of a valley; 谷成 in the other table is a slip',
  },
  { key: /^KR:46830$/u, field: 'hanja', reason: '巖 is the county’s own form; 岩 is its simplified twin' },
  {
    key: /^KR:(28110|28720|46910)$/u,
    field: 'point',
    reason: 'an authority of islands: our point is its hall on the mainland, theirs the middle of its waters',
  },
  {
    key: /^KR:(47|51)\d{3}$/u,
    field: 'point',
    reason: 'a large mountain authority whose hall stands at one end: theirs is the middle of the area',
  },
  {
    key: /^KR:(28|4[1-8]|5[0-2])$/u,
    field: 'point',
    reason: 'our point is the hall, theirs the middle of the area',
  },
]
