import { describe, expect, it } from 'vitest'
import { helpersListed, labelledBodies } from './labelled-bodies.ts'

const names = (found: readonly { name: string }[]) => found.map(({ name }) => name)

describe('bodies in a list', () => {
  it('are all that stand behind a label, articles and brackets left out', () => {
    expect(
      names(
        labelledBodies('Acteurs : l’ESSEC, la Croix-Rouge française (section locale) et le conservatoire.'),
      ),
    ).toEqual(['ESSEC', 'Croix-Rouge française', 'conservatoire'])
  })

  it('are none where the label says that there are none, or where a sentence follows', () => {
    expect(labelledBodies('Acteurs : aucun. Associations : le comité est dissous depuis 2012.')).toEqual([])
  })

  it('are those in capitals after the first that helps', () => {
    const text = 'Un programme financé par la Fondation de France et le Crédit agricole.'
    const [found] = helpersListed(text)
    expect(found?.name).toBe('Crédit agricole')
    expect(text.slice(found?.at, (found?.at ?? 0) + 15)).toBe('Crédit agricole')
  })

  it('are no mayor, ministry or region', () => {
    expect(helpersListed('Porté par Unitec, la Région Bretagne et M. Durand, avec joie.')).toEqual([])
  })
})
