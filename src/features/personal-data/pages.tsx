import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { loadPageRequest, type PageRequest } from '../../platform/http/page-request.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { pagesOf, type Visit, withStatus } from '../../platform/http/visit.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { CollectedData, DataRecord } from '../../platform/personal-data/personal-data.ts'
import { isSure } from '../../platform/personal-data/sure.ts'
import { ErasureQuestion } from '../../ui/blocks/erasure-question.tsx'
import { FactList } from '../../ui/blocks/fact-list.tsx'
import { Notice } from '../../ui/blocks/notice.tsx'
import { PrintButton } from '../../ui/blocks/print-button.tsx'
import { useReader } from '../../ui/reader.tsx'
import { sitePage } from '../../ui/shell/site-page.tsx'
import { PageHeading, Section } from '../../ui/text/headings.tsx'
import { Moment } from '../../ui/text/moment.tsx'
import { findPerson, ProofFirst, proofFor } from '../people/index.ts'
import { erasePerson } from './commands.ts'
import { paths } from './paths.ts'
import { listData, listHindrances } from './queries.ts'
import { dataFile, subjectOf } from './subject.ts'
import { tellRecord } from './value-words.ts'

export function addPersonalDataRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/account/data', async (visit) => {
    const { reply } = visit
    const loaded = loadPageRequest(visit)
    if (!isSomebody(loaded)) return reply.redirect(signInFirst(loaded), 303)
    return render(loaded)
  })

  pages.get('/:language/account/data.json', async (visit) => {
    const { reply } = visit
    const loaded = loadPageRequest(visit)
    if (!isSomebody(loaded)) return reply.redirect(signInFirst(loaded), 303)
    const collected = await listData(application, loaded.context, await subjectOfReader(loaded))
    return sendFile(
      reply.header('cache-control', 'private, no-store'),
      'entente-data.json',
      dataFile(collected, loaded.context.clock.now()),
    )
  })

  pages.post('/:language/account/data/erasure', erase)
}

async function erase(visit: Visit) {
  const { reply, request, application } = visit
  const loaded = loadPageRequest(visit)
  if (!isSomebody(loaded)) return reply.redirect(signInFirst(loaded), 303)
  const { reader, context } = loaded
  const proof = proofFor(visit, 'erasure')
  if (proof !== null) return reply.redirect(proof, 303)
  const subject = await subjectOfReader(loaded)
  if (!isSure(request.body)) {
    const isHindered = (await listHindrances(application, context, subject)).length > 0
    return isHindered ? render(withStatus(loaded, 409)) : ask(application, reply, loaded)
  }
  const hindrances = await erasePerson(application, context, subject)
  if (hindrances.length > 0) return render(withStatus(loaded, 409))
  const { person: _, ...nobody } = reader
  return send(reply).send(
    sitePage(application, nobody, {
      title: reader.t('personal-data.erased.title'),
      description: reader.t('personal-data.erased.lead'),
      path: '/account/data',
      noindex: true,
      width: 'reading',
      children: <ErasedPage />,
    }),
  )
}

// What goes, what stays, and that it is final: nothing is erased by accident.
function ask(application: Application, reply: FastifyReply, { reader }: PageRequest): FastifyReply {
  const language = reader.interfaceLanguage
  const title = reader.t('ui.erasure.title')
  return send(reply).send(
    sitePage(application, reader, {
      title,
      description: title,
      path: '/account/data',
      noindex: true,
      width: 'reading',
      children: (
        <ErasureQuestion
          goes={reader.t('personal-data.erasure.goes')}
          stays={reader.t('personal-data.erasure.stays')}
          action={paths.erasure(language)}
          back={paths.data(language)}
        />
      ),
    }),
  )
}

async function render(visit: PageRequest): Promise<FastifyReply> {
  const { application, reply, reader, context } = visit
  const subject = await subjectOfReader(visit)
  const hindrances = await listHindrances(application, context, subject)
  return send(reply).send(
    sitePage(application, reader, {
      title: reader.t('personal-data.page.title'),
      description: reader.t('personal-data.page.lead'),
      path: '/account/data',
      noindex: true,
      width: 'reading',
      children: (
        <DataPage
          collected={await listData(application, context, subject)}
          isFresh={proofFor(visit, 'erasure') === null}
          hindrances={hindrances.map(({ message }) => message(reader.t, reader.interfaceLanguage))}
        />
      ),
    }),
  )
}

function send(reply: FastifyReply): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .header('x-robots-tag', 'noindex')
}

// An API token acts for a program: people read and erase their data themselves.
function isSomebody({ context: { actor } }: PageRequest): boolean {
  return actor.kind === 'person' && actor.scopes === null
}

async function subjectOfReader({ context }: PageRequest) {
  const personId = context.actor.kind === 'person' ? context.actor.personId : ''
  return { ...subjectOf(await findPerson(context, personId)), personId }
}

function signInFirst({ reader }: PageRequest): string {
  const language = reader.interfaceLanguage
  return `/${language}/sign-in?next=${encodeURIComponent(paths.data(language))}`
}

/** The last page for a person whose data were erased. */
function ErasedPage() {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading>{t('personal-data.erased.title')}</PageHeading>
      <Notice kind="done" live>
        <p>{t('personal-data.erased.lead')}</p>
      </Notice>
      <p>
        <a href={`/${reader.interfaceLanguage}`}>{t('personal-data.erased.home')}</a>
      </p>
    </>
  )
}

interface DataPageProps {
  collected: CollectedData[]
  /** Whether the reader has just signed in. */
  isFresh: boolean
  /** What prevents an erasure now. */
  hindrances: string[]
}

/** All data about the reader, to read, download and erase. */
function DataPage({ collected, isFresh, hindrances }: DataPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading
        lead={t('personal-data.page.lead')}
        actions={
          <>
            <a class="button" href={paths.file(reader.interfaceLanguage)} download>
              {t('personal-data.page.file')}
            </a>
            <PrintButton />
          </>
        }
      >
        {t('personal-data.page.title')}
      </PageHeading>
      {collected.map(({ section, records }) => (
        <Section
          key={section}
          id={`data-${section}`}
          title={t(`ui.personalData.section.${section}`)}
          aside={String(records.length)}
        >
          {records.map((record, index) => (
            <FactList key={index} facts={factsOf(reader, record)} />
          ))}
        </Section>
      ))}
      <Section id="erasure" title={t('personal-data.erasure.title')}>
        {hindrances.length > 0 ? (
          <Notice kind="warning">
            {hindrances.map((hindrance) => (
              <p key={hindrance}>{hindrance}</p>
            ))}
          </Notice>
        ) : isFresh ? (
          <ErasureForm />
        ) : (
          <ProofFirst section="erasure" label={t('personal-data.erasure.title')} />
        )}
      </Section>
    </>
  )
}

function factsOf(reader: Reader, record: DataRecord) {
  const told = tellRecord({ t: reader.t, language: reader.interfaceLanguage }, record)
  return told.map(({ label, words, at }) => ({
    term: label,
    detail: at ? <Moment at={at} /> : <Words words={words} />,
  }))
}

const longestShown = 400

/** A whole record is long: its beginning is enough until the reader opens it. */
function Words({ words }: { words: string }) {
  if (words.length <= longestShown) return <>{words}</>
  return (
    <details>
      <summary>{words.slice(0, longestShown / 4)}…</summary>
      <p class="contact-address">{words}</p>
    </details>
  )
}

/** Link to the erasure: what goes and what stays is asked before anything happens. */
function ErasureForm() {
  const reader = useReader()
  const { t } = reader
  return (
    <form class="form" method="post" action={paths.erasure(reader.interfaceLanguage)}>
      <p>{t('personal-data.erasure.lead')}</p>
      <p class="form-end">
        <button class="button" type="submit">
          {t('personal-data.erasure.erase')}
        </button>
      </p>
    </form>
  )
}
