import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { recordActivity } from '../../../../../platform/activity/activity.ts'
import { inTransaction } from '../../../../../platform/database/transaction.ts'
import type { Application } from '../../../../../platform/http/application.ts'
import { fieldError, readForm } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { drawNetworkPage, type WritingRequest } from '../../../../networks/index.ts'
import { addressDigest } from '../../address-digest.ts'
import { readKeeperRequest, readOffer } from '../../call.ts'
import { guessCountry } from '../../intake/guessed-country.ts'
import { tellSubscriber } from '../../notices/commands.ts'
import { importForm } from '../../schema.ts'
import { addDeclared } from '../commands.ts'
import { listKnown } from './queries.ts'
import { readLines } from './read-lines.ts'
import { CheckPage, type JudgedLine } from './views/check-page.tsx'
import { ImportPage } from './views/import-page.tsx'

const place = '/:language/:network/newsletter/subscribers/import'
// One transaction writes as many mails.
const mostLines = 500

/** How a coordinator brings in a list of people who agreed elsewhere: read, shown line by line, and only then written. */
export function addImportRoutes(app: FastifyInstance, application: Application): void {
  app.get(place, async (request, reply) =>
    showForm(application, request, reply, await readKeeperRequest(application, request)),
  )
  app.post(place, async (request, reply) => {
    const asked = await readKeeperRequest(application, request)
    const offer = await readOffer(asked)
    const today = dayNow(application)
    const form = readForm(importForm(offer, today), request.body)
    if (!form.valid) return showForm(application, request, reply, asked, form)
    const { lines: text, step, ...usual } = form.data
    if (step === 'change')
      return showForm(application, request, reply, asked, { values: form.values, errors: [] })
    const read = readLines(text, usual, { ...offer, today })
    if (read.length === 0 || read.length > mostLines) {
      const key = read.length === 0 ? 'noLines' : 'tooManyLines'
      const errors = [fieldError('lines', `newsletter.subscribers.error.${key}`)]
      return showForm(application, request, reply, asked, { values: form.values, errors })
    }
    const digestOf = (address: string) => addressDigest(application.secret, address)
    const known = await listKnown(
      asked.writing,
      asked.network.id,
      read.map(({ address }) => digestOf(address)),
    )
    const lines = read.map(
      (line): JudgedLine => ({ ...line, fault: line.fault ?? known.get(digestOf(line.address)) ?? null }),
    )
    const isDone = step === 'write'
    if (isDone) await write(application, asked, lines)
    const { reader, network } = asked
    const children = (
      <CheckPage reader={reader} network={network} lines={lines} values={form.values} isDone={isDone} />
    )
    return draw(application, request, reply, asked, children)
  })
}

async function write(
  application: Application,
  { writing, network }: WritingRequest,
  lines: readonly JudgedLine[],
): Promise<void> {
  const good = lines.filter(({ fault }) => fault === null)
  await inTransaction(writing, async (inside) => {
    for (const { address, language, country, givenOn, words } of good) {
      const added = await addDeclared(inside, {
        networkId: network.id,
        address,
        digest: addressDigest(application.secret, address),
        choices: { language, country, frequency: 'issue', themes: [], organisationId: null },
        way: 'import',
        givenOn,
        words,
      })
      if (typeof added !== 'string')
        await tellSubscriber({ application, writing: inside, network }, added, 'added', words)
    }
    if (good.length > 0)
      await recordActivity(inside, {
        networkId: network.id,
        verb: 'imported-subscribers',
        subjectKind: 'network',
        subjectId: network.id,
        detail: { added: good.length, refused: lines.length - good.length },
      })
  })
}

const dayNow = ({ clock }: Application) => clock.now().toString().slice(0, 10)

async function showForm(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: WritingRequest,
  typed?: Shown,
): Promise<FastifyReply> {
  const { reader, network } = asked
  const { interfaceLanguage: language } = reader
  const country = guessCountry(undefined, language, network.countries)
  const usual = { language, country, givenOn: dayNow(application) }
  return draw(
    application,
    request,
    typed && typed.errors.length > 0 ? reply.code(422) : reply,
    asked,
    <ImportPage
      reader={reader}
      network={network}
      offer={await readOffer(asked)}
      shown={typed ?? { values: usual, errors: [] }}
    />,
  )
}

function draw(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: WritingRequest,
  children: ComponentChildren,
): FastifyReply {
  return drawNetworkPage(application, request, reply, asked, {
    title: asked.reader.t('newsletter.subscribers.import'),
    description: asked.reader.t('newsletter.subscribers.import'),
    path: '/newsletter/subscribers/import',
    noindex: true,
    children,
  }).header('cache-control', 'private, no-store')
}
