import type { Account, ToldFact } from './queries.ts'

/** An account of a meeting beside others, together with the sources that retell it. */
export interface ComparedAccount {
  /** The account to read, with the organisation of any account that retells it. */
  account: Account
  /** Facts that only this account tells; cut at `mostFacts`. */
  alone: ToldFact[]
  aloneCount: number
}

/** Nobody would read more; the source’s own page has the rest. */
export const mostFacts = 12

/** Compares the accounts of one meeting. Empty when there are fewer than two independent ones. */
export function compareAccounts(accounts: readonly Account[], facts: readonly ToldFact[]): ComparedAccount[] {
  const byRoot = [...Map.groupBy(accounts, ({ rootId }) => rootId)]
  if (byRoot.length < 2) return []
  return byRoot.flatMap(([rootId, told]) => {
    // Prefers an account whose text is held; among equals the list’s order holds, with the minutes first.
    const [account] = told.toSorted((a, b) => Number(b.outline.length > 0) - Number(a.outline.length > 0))
    if (!account) return []
    const alone = facts.filter(({ roots }) => roots.length === 1 && roots[0] === rootId)
    const organisation = told.find((each) => each.organisation)?.organisation ?? null
    return {
      account: { ...account, organisation },
      alone: alone.slice(0, mostFacts),
      aloneCount: alone.length,
    }
  })
}
