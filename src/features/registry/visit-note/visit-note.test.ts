import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { readDocxText } from '../../../../test/support/read-docx.ts'
import { canReadPdf, readPdf } from '../../../../test/support/read-pdf.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true, settings: { NOW: '2017-07-08' } })
  return testApp.close
})

describe.skipIf(!canReadPdf)('the note of a cooperation', () => {
  it('names both parties in both scripts, their line and its state, on one tagged page', async () => {
    const { text, facts } = await readNote('/fr/france-coree/cooperations/limoges-icheon')
    expect(text).toContain('Limoges 리모주')
    expect(text).toContain('Icheon 이천시')
    expect(text).toContain('jumelage · 2015 active')
    expect(facts).toMatchObject({
      Title: 'Limoges – Icheon\u00a0: note de visite',
      Author: 'Groupe-pays République de Corée',
      Tagged: 'yes',
      Pages: '1',
    })
  })

  it('says what the partner is in the reader’s terms, and who heads it in both languages', async () => {
    const french = await readNote('/fr/france-coree/cooperations/evian-muju')
    expect(french.text).toContain('comté (gun) – échelon local comme la ville, comparable à une commune')
    expect(french.text).toContain('chef de comté (군수, gunsu), homologue d’un maire')
    const korean = await readNote('/ko/france-coree/cooperations/evian-muju')
    expect(korean.text).toContain('코뮌 – 시·군·자치구에 상응하는 기초자치단체')
    expect(korean.text).toContain('시장(maire)')
  })

  it('warns before one speaks of it: dormant, inherited, disputed', async () => {
    expect((await readNote('/fr/france-coree/cooperations/evian-muju')).text).toContain(
      'En sommeil – Aucune animation depuis le festival des lucioles',
    )
    expect((await readNote('/fr/france-coree/cooperations/grand-est-gyeongsangbuk')).text).toContain(
      'Lien hérité le 1er janvier 2016 (auparavant : Alsace), à confirmer par : Grand Est.',
    )
    expect((await readNote('/fr/france-coree/cooperations/limoges-icheon')).text).toContain('Deux signatures')
  })

  it('knows on a day only what was known on it', async () => {
    const then = await readNote('/fr/france-coree/cooperations/lille-daegu')
    expect(then.text).toContain('au 8 juillet 2017')
    expect(then.text).not.toContain('2019')
    const since = await readNote('/fr/france-coree/cooperations/lille-daegu', '?now=2026-11-24')
    expect(since.text).toContain('8 novembre 2019 Accord de ville amie')
  })

  it('places Muju in the province of the day', async () => {
    expect((await readNote('/ko/france-coree/cooperations/evian-muju')).text).toContain('대한민국 전라북도')
    expect((await readNote('/ko/france-coree/cooperations/evian-muju', '?now=2026-11-24')).text).toContain(
      '대한민국 전북특별자치도',
    )
  })

  it('does not call ahead what was announced without a date years ago', async () => {
    const address = '/fr/france-coree/cooperations/evian-muju'
    expect((await readNote(address)).text).toContain('Ce qui est prévu')
    expect((await readNote(address, '?now=2026-11-24')).text).toContain(
      'aucune source ne dit si cela a eu lieu',
    )
  })

  it('says that a machine translated it where it did, and only there', async () => {
    expect((await readNote('/ko/france-coree/cooperations/limoges-icheon')).text).toContain('기계 번역')
    expect((await readNote('/fr/france-coree/cooperations/limoges-icheon')).text).not.toContain(
      'traductions automatiques',
    )
  })

  it('says the same in Word', async () => {
    const pdf = await readNote('/ko/france-coree/cooperations/lille-daegu')
    const answer = await testApp.get('/ko/france-coree/cooperations/lille-daegu/note.docx')
    expect(answer.headers['content-type']).toContain('wordprocessingml')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="lille-daegu-ko.docx"')
    expect(words(readDocxText(answer.rawPayload))).toEqual(words(pdf.text))
  })
})

describe.skipIf(!canReadPdf)('the note of an organisation', () => {
  it('says what an authority that looks for a partner seeks and offers', async () => {
    const { text } = await readNote('/fr/france-coree/organisations/taean')
    expect(text).toContain('Taean 태안군')
    expect(text).toContain('cherche un partenaire')
    expect(text).toContain('Ce qu’elle offre')
    expect(text).toContain('Taean est un comté')
  })

  it('says what not to repeat, with its context', async () => {
    const { text } = await readNote('/fr/france-coree/organisations/gyeonggi')
    expect(text).toContain('environ un quart du PIB, et non « la moitié du PIB »')
    expect(text).toContain('31 (28 villes et 3 comtés), et non « Incheon et 29 autres »')
  })

  it('names the role in the group, and who holds it', async () => {
    const { text } = await readNote('/fr/france-coree/organisations/tours')
    expect(text).toContain(
      'Dans le groupe présidence, depuis 2016, Conseiller municipal délégué aux relations internationales',
    )
  })

  it('draws its ties with their state, and says what the only one is about', async () => {
    const { text } = await readNote('/fr/france-coree/organisations/evian-les-bains')
    expect(text).toContain('en sommeil Muju 무주군')
    expect(text).toContain('voulaient relancer l’échange')
  })

  it('never gives a commune’s tie to its intercommunality', async () => {
    const { text } = await readNote(
      '/fr/france-coree/organisations/grenoble-alpes-metropole',
      '?now=2026-11-24',
    )
    expect(text).toContain('Aucun lien propre')
    expect(text).toContain('Liens de ses communes, qui ne sont pas les siens')
  })
})

describe('the address of a note', () => {
  it('answers a PDF that browsers show, under a telling name', async () => {
    const { statusCode, headers } = await testApp.get('/en/france-coree/cooperations/limoges-icheon/note.pdf')
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('application/pdf')
    expect(headers['content-disposition']).toBe('inline; filename="limoges-icheon-en.pdf"')
    expect(headers['content-encoding']).toBeUndefined()
  })

  it('is drawn once, and not sent again to whoever has it', async () => {
    const address = '/fr/france-coree/cooperations/paris-seoul/note.pdf'
    const first = await testApp.get(address)
    const queries = await testApp.countQueries(async () => {
      const again = await testApp.get(address, { 'if-none-match': String(first.headers.etag) })
      expect({ status: again.statusCode, length: again.rawPayload.length }).toEqual({
        status: 304,
        length: 0,
      })
      expect((await testApp.get(address)).rawPayload.equals(first.rawPayload)).toBe(true)
    })
    // Twice a second the directory and the network are asked whether they have changed.
    expect(queries).toBeLessThanOrEqual(2)
  })

  it.each([
    '/fr/france-coree/cooperations/nowhere/note.pdf',
    '/fr/nowhere/cooperations/limoges-icheon/note.pdf',
    '/xx/france-coree/cooperations/limoges-icheon/note.pdf',
    '/fr/france-coree/organisations/nowhere/note.docx',
    '/fr/france-coree/cooperations/limoges-icheon/note.txt',
  ])('answers 404 at %s', async (address) => {
    expect((await testApp.get(address)).statusCode).toBe(404)
  })

  it('has no note of an authority that has no part in the network', async () => {
    expect((await testApp.get('/fr/france-coree/organisations/jongno-gu/note.pdf')).statusCode).toBe(404)
  })
})

async function readNote(address: string, query = '') {
  const answer = await testApp.get(`${address}/note.pdf${query}`)
  expect(answer.statusCode).toBe(200)
  return readPdf(answer.rawPayload)
}

/** The words of a text in alphabetical order: the two formats break and hyphenate lines in their own ways. */
const words = (text: string) => [...text.replace(/[\s–-]/g, '')].sort().join('')
