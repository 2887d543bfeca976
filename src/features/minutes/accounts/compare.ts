import type { Account, ToldFact } from './queries.ts'

/** An account of a meeting as read beside others: with the sources that retell it. */
export interface ComparedAccount {
  /** The one to read; with the body of any of those that tell the same. */
  account: Account
  /** Facts that it alone tells; only some of them where there are very many. */
  alone: ToldFact[]
  aloneCount: number
}

/** More would be read by nobody: the source's own page has the rest. */
export const mostFacts = 12

/** Sets accounts of one meeting side by side; empty where there are not two of them. */
export function compareAccounts(accounts: readonly Account[], facts: readonly ToldFact[]): ComparedAccount[] {
  const byRoot = [...Map.groupBy(accounts, ({ rootId }) => rootId)]
  if (byRoot.length < 2) return []
  return byRoot.flatMap(([rootId, told]) => {
    // Where the text is held one reads; the account that stands as the minutes comes first.
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
