import type { Participant, Rule, SessionFacts } from '../session.ts'
import { interpretersBetween } from '../solving/problem.ts'

export const troubleKinds = ['left', 'absence', 'quota', 'twice', 'tables', 'interpreters'] as const
export type TroubleKind = (typeof troubleKinds)[number]

/** Why a fixed meeting cannot be held at present, whatever a run finds. */
export interface Trouble {
  rule: Rule
  kind: TroubleKind
}

interface Fixed {
  rule: Rule
  one: Participant
  other: Participant
}

/** The fixed meetings that cannot be held, in their order: of too many, those that were set last. */
export function troublesOf({ session, participants, rules }: Omit<SessionFacts, 'wishes'>): Trouble[] {
  const byId = new Map(participants.map((each) => [each.id, each]))
  const all = rules.flatMap((rule): Fixed[] => {
    const [one, other] = [byId.get(rule.firstId), byId.get(rule.secondId)]
    return rule.kind === 'fixed' && one && other ? [{ rule, one, other }] : []
  })
  const fixed = all.filter(({ one, other }) => one.leftAt === null && other.leftAt === null)
  const slotIds = session.slots.map(({ id }) => id)
  const inEach = Map.groupBy(
    fixed.filter(({ rule }) => rule.slotId !== null),
    ({ rule }) => rule.slotId,
  )
  const slots = [...inEach.values()]
  const found = new Map<Rule, TroubleKind>()
  const say = (kind: TroubleKind, some: readonly Fixed[]) => {
    for (const { rule } of some) if (!found.has(rule)) found.set(rule, kind)
  }
  say(
    'left',
    all.filter((each) => !fixed.includes(each)),
  )
  say(
    'absence',
    fixed.filter((each) => !areTogether(each, slotIds)),
  )
  say(
    'quota',
    beyond(fixed, ({ quota }) => quota),
  )
  say(
    'absence',
    beyond(fixed, ({ absences }) => slotIds.length - absences.length),
  )
  for (const some of slots)
    say(
      'twice',
      beyond(some, () => 1),
    )
  if (session.tables !== null) {
    for (const some of slots) say('tables', some.slice(session.tables))
    say('tables', fixed.slice(session.tables * slotIds.length))
  }
  for (const some of slots) say('interpreters', withoutInterpreter(session.interpreters, some, 1))
  say('interpreters', withoutInterpreter(session.interpreters, fixed, slotIds.length))
  return all.flatMap(({ rule }) => {
    const kind = found.get(rule)
    return kind === undefined ? [] : [{ rule, kind }]
  })
}

/** Those of the second list that the first lacks: what a change would cause. */
export function newTroubles(before: readonly Trouble[], after: readonly Trouble[]): Trouble[] {
  return after.filter(
    ({ rule, kind }) =>
      !before.some(
        (each) =>
          each.kind === kind && each.rule.firstId === rule.firstId && each.rule.secondId === rule.secondId,
      ),
  )
}

function areTogether({ rule: { slotId }, one, other }: Fixed, slotIds: readonly string[]): boolean {
  const wanted = slotId === null ? slotIds : [slotId]
  return wanted.some((id) => !one.absences.includes(id) && !other.absences.includes(id))
}

// Those with which one of the two has more than it can have.
function beyond(some: readonly Fixed[], most: (participant: Participant) => number): Fixed[] {
  const held = new Map<string, number>()
  return some.filter(({ one, other }) =>
    [one, other]
      .map((each) => {
        const count = (held.get(each.id) ?? 0) + 1
        held.set(each.id, count)
        return count > most(each)
      })
      .includes(true),
  )
}

// A participant that two kinds of interpreters could serve leaves one to another that only that kind can serve.
function withoutInterpreter(
  interpreters: SessionFacts['session']['interpreters'],
  some: readonly Fixed[],
  times: number,
): Fixed[] {
  const served = (interpreters ?? []).map((): Fixed[] => [])
  const kindsOf = ({ one, other }: Fixed) =>
    interpretersBetween(interpreters, one.languages, other.languages) ?? []
  const serve = (each: Fixed, tried: Set<number>): boolean => {
    for (const kind of kindsOf(each)) {
      const [those, count] = [served[kind], interpreters?.[kind]?.count]
      if (those === undefined || count === undefined || tried.has(kind)) continue
      tried.add(kind)
      const place =
        those.length < count * times ? those.length : those.findIndex((held) => serve(held, tried))
      if (place < 0) continue
      those[place] = each
      return true
    }
    return false
  }
  return some.filter(
    (each) =>
      interpretersBetween(interpreters, each.one.languages, each.other.languages) !== null &&
      !serve(each, new Set()),
  )
}
