import { ownSubject, type PartRules } from './part-rules.ts'
import type { ThemeValue } from './part-values.ts'

/** What a tie is about: worked on, or wished for. */
export const themeRules: PartRules<ThemeValue> = {
  form: 'themes',
  ways: [],
  compare: ({ themes }, { theme, isWished }) => {
    const found = themes.find(({ id }) => id === theme)
    if (!found) return { outcome: 'adds', entryId: null }
    // What was wished for is worked on by now; the contrary takes nothing away.
    return { outcome: found.wished && !isWished ? 'adds' : 'confirms', entryId: found.id }
  },
  apply: (document, { theme, isWished }, ground, { finding }) => {
    const subject = ownSubject(ground.cooperationId, `themes/${theme}`)
    if (finding.outcome === 'confirms') return { document, subject, entryId: null }
    const themes =
      finding.entryId === null
        ? [...document.themes, { id: theme, wished: isWished, knownOn: ground.today }]
        : document.themes.map((each) => (each.id === theme ? { ...each, wished: false } : each))
    return { document: { ...document, themes }, subject, entryId: null }
  },
}
