import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../../platform/reading/markdown/read-markdown.ts'
import { readPlainText } from '../../../../platform/reading/read-plain-text.ts'
import { outlineOf } from '../outline.ts'
import { personsOfText } from './persons-of-text.ts'

const names = (document: ReturnType<typeof readPlainText>) =>
  [...personsOfText(outlineOf(document)).values()].flat().map(({ name }) => name)

describe('the persons of a text', () => {
  it('are those of a list of who attends, whatever their names', () => {
    const text =
      'Connectés : Xanthe Abidjo, Ottoline Montagnac (Ville de Lyon), Ezan Dossou\nAbsents : Ignacette Houénou'
    expect(names(readPlainText(text))).toEqual([
      'Xanthe Abidjo',
      'Ottoline Montagnac',
      'Ezan Dossou',
      'Ignacette Houénou',
    ])
  })

  it('are those of a column of names, without towns', () => {
    const text =
      '| Nom | Fonction | Structure |\n|---|---|---|\n| Onjatiana Rakotomavo | secrétaire général | Région Itasy |\n'
    expect(names(readMarkdown(text))).toEqual(['Onjatiana Rakotomavo'])
  })

  it('are known by the surname that another passage says', () => {
    const text =
      'Le projet est porté par le groupe d’Armeline Jouannic.\n\nMme Jouannic entend revenir à la charge.'
    expect(names(readPlainText(text))).toContain('Armeline Jouannic')
  })

  it('sign beneath their office, and are no lines of an address', () => {
    const text =
      'Monsieur le Maire,\n\nJe vous remercie de votre lettre, qui nous a touchés.\n\nLa Maire,\nAnnaïgwen Derrien\n\nPréfecture de Miyagi\n'
    expect(names(readPlainText(text))).toEqual(['Annaïgwen Derrien'])
  })

  it('stand without office, possessive or initial', () => {
    expect(names(readPlainText('The text was read out by Councillor Thandeka Mokwena.'))).toEqual([
      'Thandeka Mokwena',
    ])
    expect(names(readPlainText('Présidente : Mme Odile Rougemontet Permanence le mardi'))).toEqual([
      'Odile Rougemontet',
    ])
    expect(names(readPlainText('Ms Gil reported in Mr Stahnke’s place.'))).toEqual(['Gil', 'Stahnke'])
  })
})
