import { globSync } from 'node:fs'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { fullFacts } from '../../../../test/support/draw-report.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { freezeEdition, withdrawEdition } from '../../../platform/editions/editions.ts'
import { canonicalText, freezeFacts } from '../../../platform/editions/frozen-facts.ts'
import { rebuildFiles, storeFiles, verifyFile } from './commands.ts'
import { readManifest, sha256Of, verifyBytes } from './manifest.ts'
import { listFiles, lookUpReportFile } from './queries.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', now: '2026-12-02T09:00:00Z' })
})
afterAll(() => testApp.close())

/** A published report of the full facts whose files are drawn. */
async function publish() {
  const { context, application } = testApp
  const network = await buildNetwork(context, { slug: `group-${newId().slice(-12)}` })
  const full = fullFacts()
  const facts = { ...full, network: { ...full.network, id: network.id, slug: network.slug } }
  const { digest } = freezeFacts(facts)
  const report = { id: newId(), network: network.slug, number: 1, digest }
  const series = { networkId: network.id, kind: 'report' as const }
  const edition = await inTransaction(context, (inside) =>
    freezeEdition(inside, { ...series, day: facts.day, facts }),
  )
  const at = context.clock.now().toString()
  await context.database
    .insertInto('reports_report')
    .values({
      ...{
        report_id: report.id,
        network_id: network.id,
        number: 1,
        starts_on: facts.from,
        ends_on: facts.to,
      },
      ...{ day: facts.day, made_at: at, digest, frozen_at: at, edition_id: edition.id },
    })
    .execute()
  await storeFiles(context, application.storage, report, facts)
  const bytesOf = async (name: string) => {
    const response = await testApp.get(`/fr/${network.slug}/reports/1/${name}`)
    return { bytes: response.rawPayload, response }
  }
  return { report, facts, series, bytesOf, path: `/fr/${network.slug}/reports/1` }
}

it('keeps every file with a manifest of them, serves them for ever, and knows each one again', async () => {
  const { report, facts, bytesOf, path, series } = await publish()
  const { context } = testApp
  const names = (await listFiles(context, report.id)).map(({ name }) => name)
  expect(names).toEqual([
    ...['en.docx', 'en.pdf', 'facts.json', 'fr.docx', 'fr.pdf', 'fr.xlsx'],
    ...['ko.docx', 'ko.pdf', 'ko.xlsx', 'letter-fr.docx', 'letter-ko.docx'],
  ])
  const manifest = readManifest((await bytesOf('manifest.json')).bytes)
  expect(manifest).toMatchObject({ number: 1, facts_digest: report.digest, network: report.network })
  for (const name of names) {
    const { bytes, response } = await bytesOf(name)
    expect(response.headers['cache-control']).toBe('public, no-cache')
    expect(await verifyFile(context, bytes)).toEqual({
      kind: 'same',
      name,
      number: 1,
      network: report.network,
    })
    if (manifest) expect(verifyBytes('whatever', bytes, manifest)).toMatchObject({ kind: 'same', name })
  }
  const { bytes, response } = await bytesOf('facts.json')
  expect(response.headers['content-type']).toMatch('application/json')
  expect(sha256Of(bytes)).toBe(report.digest)
  expect(bytes.toString('utf8')).toBe(canonicalText(facts))
  expect((await bytesOf('fr.pdf')).response.headers).toMatchObject({ 'content-type': 'application/pdf' })
  expect((await bytesOf('ja.pdf')).response.statusCode).toBe(404)
  expect((await testApp.get(path.replace(/1$/, '2'))).statusCode).toBe(404)
  await withdrawEdition(context, series, 1, { texts: { fr: 'Faux' }, reviewed: [], original: 'fr' })
  expect((await bytesOf('fr.pdf')).response.headers['cache-control']).toBe('public, no-cache')
})

it('refuses a flipped byte in a file, in the facts, in the manifest', async () => {
  const { bytesOf, report } = await publish()
  const { context } = testApp
  const { bytes } = await bytesOf('manifest.json')
  const manifest = readManifest(bytes)
  if (!manifest) throw new Error('no manifest')
  expect(await verifyFile(context, bytes)).toMatchObject({ kind: 'same', name: 'manifest.json' })
  for (const name of ['fr.pdf', 'ko.docx', 'facts.json']) {
    const flipped = Buffer.from((await bytesOf(name)).bytes)
    flipped[flipped.length - 40] = (flipped.at(-40) ?? 0) ^ 1
    expect(verifyBytes(name, flipped, manifest)).toMatchObject({
      kind: 'altered',
      name,
      found: sha256Of(flipped),
    })
    expect(await verifyFile(context, flipped)).toEqual({ kind: 'unknown', found: sha256Of(flipped) })
  }
  const [first, ...others] = manifest.files
  if (!first) throw new Error('no file')
  const altered = { ...manifest, files: [{ ...first, sha256: report.digest }, ...others] }
  expect(verifyBytes('en.pdf', bytes, altered)).toMatchObject({ kind: 'altered', name: 'manifest.json' })
  expect(await verifyFile(context, Buffer.from(canonicalText(altered)))).toMatchObject({ kind: 'altered' })
  expect(await verifyFile(context, Buffer.from(canonicalText({ ...manifest, number: 9 })))).toMatchObject({
    kind: 'unknown',
  })
})

it('draws the same files again, names those that differ, and lets the stored ones be', async () => {
  const { path, report, facts } = await publish()
  const { context, application } = testApp
  const rebuild = () => Array.fromAsync(rebuildFiles(context, application.storage, report, facts))
  const same = await rebuild()
  expect(same.filter(({ isSame }) => !isSame)).toEqual([])
  // Another engine drew it otherwise.
  const other = await lookUpReportFile(context, report.id, 'fr.docx')
  await context.database
    .updateTable('reports_file')
    .set({ file_id: other?.fileId ?? '', engine: 'entente 0.0.1' })
    .where('report_id', '=', report.id)
    .where('name', '=', 'fr.pdf')
    .execute()
  const differing = (await rebuild()).filter(({ isSame }) => !isSame)
  expect(differing).toMatchObject([
    {
      name: 'fr.pdf',
      stored: { sha256: other?.sha256, engine: 'entente 0.0.1' },
      rebuilt: { engine: expect.stringMatching(/^entente /) },
    },
  ])
  expect((await lookUpReportFile(context, report.id, 'fr.pdf'))?.sha256).toBe(other?.sha256)
  // A byte was changed where the bytes are kept.
  const kept =
    globSync(`${application.settings.dataDir}/files/**/*${differing[0]?.stored?.sha256.slice(8)}`)[0] ?? ''
  const whole = await readFile(kept)
  const altered = Buffer.from(whole)
  altered.writeUInt8(altered.readUInt8(100) ^ 1, 100)
  await chmod(kept, 0o644)
  await writeFile(kept, altered)
  const flipped = (await rebuild()).filter(({ isSame }) => !isSame)
  // What its digest does not fit is given to nobody.
  expect((await testApp.get(`${path}/fr.docx`)).statusCode).toBe(500)
  await writeFile(kept, whole)
  expect((await testApp.get(`${path}/fr.docx`)).statusCode).toBe(200)
  expect(flipped.map(({ name }) => name)).toEqual(['fr.pdf', 'fr.docx'])
  const drawing = rebuildFiles(context, application.storage, { ...report, digest: 'c'.repeat(64) }, facts)
  await expect(drawing.next()).rejects.toThrow('not ccc')
})

it('is a page in each language, with its files, its signatures and its charts', async () => {
  const { path, report } = await publish()
  for (const [language, word] of [
    ['fr', 'dernière nouvelle datée : 2019'],
    ['ko', '최근 소식: 2019년'],
    ['en', 'last dated news: 2019'],
  ]) {
    const { body, statusCode } = await testApp.get(path.replace('/fr/', `/${language}/`))
    expect([statusCode, body.match(/<svg[^>]*role="img"/g)?.length]).toEqual([200, 4])
    const words = pageWords(body)
    expect(words).toContain(word)
    expect(words).toContain(report.digest)
    expect(body).toContain(`href="${path.replace('/fr/', `/${language}/`)}/letter-ko.docx"`)
  }
  expect((await testApp.get(path.replace('/1', '/draft/preview'))).statusCode).toBe(404)
})
