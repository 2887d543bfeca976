import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCooperation } from '../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'

let testApp: TestApp
let empty: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  empty = await openTestApp({
    directory: 'none',
    settings: { DEMO: 'none', PUBLISHER: 'Cités <b>& Cie</b>, Paris', HOSTING: 'Hébergeur, Nantes' },
  })
})
afterAll(async () => {
  await testApp.close()
  await empty.close()
})

const figures = (html: string) =>
  [...html.matchAll(/figure-value">(\d+)</g)].map(([, value]) => Number(value))

describe('the legal notice', () => {
  test('says what the operator has said, and names what is still to be said', async () => {
    const { body } = await empty.get('/fr/legal')
    expect(body).toContain('Cités &lt;b>&amp; Cie&lt;/b>, Paris')
    expect(body).toContain('Hébergeur, Nantes')
    expect(body).not.toContain('son nom, sa forme juridique')
    expect(body).toContain('le nom du directeur ou de la directrice de la publication')
    expect((await testApp.get('/fr/legal')).body).toContain('son nom, sa forme juridique')
  })
})

describe('the home', () => {
  test.each([
    ['fr', 'Groupe-pays République de Corée', 'Chiffres au 8 juillet 2017'],
    ['ko', '대한민국 국가별 그룹(그룹페이꼬레)', '2017년 7월 8일 기준'],
    ['en', 'Republic of Korea country group', 'Figures for 8 July 2017'],
  ])(
    'in %s shows the groups with their figures and the day they are counted for',
    async (language, name, day) => {
      const { body } = await testApp.get(`/${language}`)
      expect(body).toContain(name)
      expect(body).toContain(day)
      expect(figures(body)).toEqual([11, 6])
    },
  )

  test('shows a cooperation at once when it is entered', async () => {
    const { id, slug } = await buildNetwork(testApp.context)
    const countOf = async () => {
      const { body } = await testApp.get('/en')
      return figures(body.slice(body.indexOf(`/en/${slug}"`)))[0]
    }
    expect(await countOf()).toBe(0)
    await buildCooperation(testApp.context, id)
    expect(await countOf()).toBe(1)
  })

  test('says how to begin where there is no group', async () => {
    for (const language of ['fr', 'ko', 'en']) {
      const text = (await empty.get(`/${language}`)).body.replaceAll(/<[^>]+>/g, '')
      expect(text).toContain('npx entente network add france-maroc --countries FR,MA --languages fr,ar,en')
    }
  })

  test('sends the bare address to the language of the browser', async () => {
    const locationFor = async (language: string) =>
      (await testApp.get('/', { 'accept-language': language })).headers.location
    expect(await locationFor('ko-KR,ko;q=0.9')).toBe('/ko')
    expect(await locationFor('fr-CA')).toBe('/fr')
    expect(await locationFor('xx')).toBe('/en')
  })
})

describe('the texts of the site', () => {
  test.each(['about', 'legal', 'accessibility', 'licences'])(
    '%s has one heading and one title in each language',
    async (page) => {
      const titles = new Set<string>()
      for (const language of ['fr', 'ko', 'en']) {
        const { statusCode, body } = await testApp.get(`/${language}/${page}`)
        expect(statusCode).toBe(200)
        expect(body.match(/<h1/g)).toHaveLength(1)
        titles.add(/<title>(.*?)<\/title>/.exec(body)?.[1] ?? '')
      }
      expect(titles.size).toBe(3)
    },
  )

  test('answer HEAD with the headers of GET and no body', async () => {
    const answer = await testApp.app.inject({ method: 'HEAD', url: '/fr/about' })
    expect([answer.statusCode, answer.body]).toEqual([200, ''])
  })

  test('say that they set no cookie, and set none', async () => {
    const answer = await testApp.get('/en/legal')
    expect(answer.body).toContain('sets no cookie')
    expect(answer.headers['set-cookie']).toBeUndefined()
  })
})

describe('what does not exist', () => {
  test.each([
    ['/xx', 'ko', '페이지를 찾을 수 없습니다'],
    ['/xx/about', 'fr', 'Cette page n’existe pas'],
    ['/nowhere/at/all', 'xx', 'This page does not exist'],
    ['/ko/about/more', 'fr', null],
  ])(
    '%s is a 404 page, in the language of the address or else of the browser (%s)',
    async (address, language, title) => {
      const answer = await testApp.get(address, { 'accept-language': language })
      expect(answer.statusCode).toBe(404)
      expect(answer.body).toContain(title === null ? '<html lang="ko"' : `<h1>${title}</h1>`)
    },
  )

  test('half a character in an address is a page too', async () => {
    const answer = await testApp.get('/fr/%ED%A0%80')
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
    expect(answer.body).toContain('La demande n’a pas été comprise')
  })
})

describe('what crawlers read', () => {
  test('the sitemap has the pages of each group as it stands on its own day, and each answers', async () => {
    const { urlset } = new XMLParser().parse((await testApp.get('/sitemap.xml')).body)
    const paths: string[] = urlset.url.map(({ loc }: { loc: string }) => new URL(loc).pathname)
    const own = paths.filter((path) => path.startsWith('/en/france-coree'))
    expect(own).toContain('/en/france-coree/cooperations/evian-muju')
    // What became known later than the group’s first day is not there yet.
    expect(own).not.toContain('/en/france-coree/cooperations/cites-unies-france-gaok')
    const answers = await Promise.all(own.map(async (path) => [path, (await testApp.get(path)).statusCode]))
    expect(answers).toEqual(own.map((path) => [path, 200]))
  })

  test('the sitemap leads to the pages of authorities that a group knows, and each answers', async () => {
    const answer = await testApp.get('/sitemap.xml')
    const { urlset } = new XMLParser().parse(answer.body)
    const paths: string[] = urlset.url.map(({ loc }: { loc: string }) => new URL(loc).pathname)
    expect(paths).toContain('/ko/directory/evian-les-bains')
    expect(paths).not.toContain('/fr/directory/lyon')
    for (const path of paths.filter((each) => each.startsWith('/en/directory/')).slice(0, 5)) {
      expect([path, (await testApp.get(path)).statusCode]).toEqual([path, 200])
    }
  })

  test('files of the folder public are served as they are', async () => {
    expect((await testApp.get('/favicon.svg')).headers['content-type']).toBe('image/svg+xml')
    expect((await testApp.get('/favicon.ico')).headers.location).toBe('/favicon.svg')
    expect((await testApp.get('/robots.txt')).statusCode).toBe(200)
    expect((await testApp.get('/sitemap-2.xml')).statusCode).toBe(404)
  })
})
