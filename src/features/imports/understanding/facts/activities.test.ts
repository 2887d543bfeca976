import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { readMarkdown } from '../../../../platform/reading/markdown/read-markdown.ts'
import { lookUpNames } from '../names/queries.ts'
import { understand } from '../understand.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

async function tieOf(told: string) {
  const text = `Réunion du groupe-pays\n\nLe 7 juillet 2019, à Lyon\n\n## Ville de Lyon – Ville de Fès\n\n${told}`
  const [tie] = (await understand(lookUpNames(testApp.context), readMarkdown(text))).cooperations
  return tie
}

describe('what two authorities did or will do', () => {
  it.each([
    ['La bibliothèque, ouverte en 2003, porte le nom de Césaire.', ['2003 past']],
    ['La maternité fonctionne depuis 2009.', ['2009 past']],
    ['Un bibliobus est parti de Lyon en novembre 2011.', ['2011-11 past']],
    ['Un stage d’archivistes s’est tenu en mars dernier.', ['2019-03 past']],
    ['L’an prochain, à l’été 2020, dix guides viendront se former.', ['2020-22 planned']],
    ['En novembre prochain, douze jeunes partiront à Fès.', ['2019-11 planned']],
    ['La prochaine visite est annoncée pour juin 2020.', ['2020-06 planned']],
    ['The transfer station went into operation in February 2014.', ['2014-02 past']],
    ['L’automne dernier, lors du Salon du livre d’octobre 2018, Fès nous a reçus.', ['2018-10 past']],
    ['Un voyage d’étude sur l’accueil de la population a eu lieu en mai 2018.', ['2018-05 past']],
    ['La signature interviendra à Fès en novembre 2019.', []],
    ['Réuni le 29 juin 2019, le conseil municipal a organisé la coopération.', []],
    ['La convention a été prolongée en 2017.', []],
    ['La mission prévue en 2018 a été annulée.', []],
    ['Les deux villes n’avaient pu se retrouver en 2016 ni en 2017.', []],
    ['Aucune activité n’a eu lieu depuis 2015.', []],
    ['J’ai bien reçu votre lettre du 4 octobre 2018.', []],
    ['Le budget 2019 prévoit 10 000 euros.', []],
    ['La prochaine séance du groupe se tiendra à Vannes en mai 2020.', []],
  ])('is read in « %s »', async (told, wanted) => {
    expect((await tieOf(told))?.activities.map(({ date, state }) => `${date} ${state}`)).toEqual(wanted)
  })
})

describe('the kind of what they did', () => {
  it.each([
    ['Une immersion professionnelle de deux jardiniers a eu lieu en mai 2018.', ['job_shadowing']],
    ['A job shadowing of gardeners took place in May 2018.', ['job_shadowing']],
    ['2018년 5월 공원 담당자 직무 체험 연수를 실시하였다.', ['job_shadowing']],
    ['Un voyage d’étude a eu lieu en mai 2018.', ['study_visit']],
    ['Un séjour en immersion linguistique de dix élèves a eu lieu en mai 2018.', ['exchange']],
  ])('is read in « %s »', async (told, wanted) => {
    expect((await tieOf(told))?.activities.map(({ kind }) => kind)).toEqual(wanted)
  })
})

describe('since when a tie exists', () => {
  it.each([
    ['Les deux villes ont fait connaissance en 2016 lors d’un colloque.', '2016'],
    ['La petite ville avait pris contact en 2008 par l’entremise d’un peintre.', '2008'],
    ['C’est en 1979 qu’une première délégation de Fès est venue à Lyon.', '1979'],
    ['Lyon aide Fès depuis 1987.', '1987'],
    ['The two cities have worked together since 2001.', '2001'],
    ['Le directeur est en poste depuis 2012.', undefined],
  ])('is read in « %s »', async (told, wanted) => {
    expect((await tieOf(told))?.since?.date).toBe(wanted)
  })
})
