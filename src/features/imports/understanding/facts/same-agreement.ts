import type { AgreementKind } from '../../../registry/index.ts'
import { sectionsAbove, unitsUnder } from '../outline.ts'
import { koreanInstruments } from '../words/korean-instruments.ts'
import type { Told } from './clauses.ts'

const reach = 8

/** 같은 협정, 같은 내용의 협약: the kind of the one that the passage, or the one before, has told. */
export function sameAsBefore(
  { sentence: { unit, start: from } }: Told,
  { start, kind }: { start: number; kind: AgreementKind },
): AgreementKind | null {
  if (kind !== 'cooperation_agreement') return null
  const said = unit.plain.slice(0, start)
  // 우호협력 관계다. 2010년 8월 협약을 맺었으나: what the passage calls their bond says the kind of a bare 협약.
  const bond = /(자매|우호|친선)[가-힣 ]{0,6}(?:관계|도시)(?:다|이다|로|인|였|입니다|임)(?![가-힣])/u.exec(
    said,
  )?.[1]
  if (bond && /^협[정약]/u.test(unit.plain.slice(start)) && !/협[정약]/u.test(said))
    return bond === '자매' ? 'twinning' : 'friendship'
  // 우호교류 협약이 만료된다. 2009년 협약 체결 이후: the one named in full before.
  const noun = /^협[정약](?=[^가-힣]|서|을|이|은|과|의)/u.exec(unit.plain.slice(start))?.[0]
  const full = noun
    ? Array.from(said.matchAll(new RegExp(`(자매|우호|친선|업무)[가-힣 ]{0,8}${noun}`, 'gu'))).at(-1)?.[1]
    : undefined
  if (full && !/(?:교류|협력|기본|상호|경제|문화) ?$/u.test(said))
    return full === '자매' ? 'twinning' : full === '업무' ? 'mou' : 'friendship'
  if (!/(?:같은|두 번째|세 번째|둘째|셋째|이번|새로운|후속) (?:[가-힣]+의 )?$/u.test(said)) return null
  const all = unitsUnder(sectionsAbove(unit.section).at(-1) ?? unit.section)
  const above = all.slice(0, Math.max(0, all.indexOf(unit))).slice(-reach)
  for (const plain of [unit.plain.slice(0, from), ...above.toReversed().map((each) => each.plain)]) {
    const told = koreanInstruments.flatMap(([other, pattern]) =>
      other === 'none' || other === kind
        ? []
        : Array.from(plain.matchAll(pattern), ({ index }) => ({ other, index })),
    )
    const [last] = told.toSorted((a, b) => b.index - a.index)
    if (last) return last.other
  }
  return null
}
