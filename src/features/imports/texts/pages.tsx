import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { fieldError, typedValue } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { lookUpFile } from '../../../platform/storage/files.ts'
import { serveFile } from '../../../platform/storage/serve-file.ts'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { addNetworkAction, listOrganisationRefs } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { renderNewImport } from '../frame.tsx'
import { paths } from '../paths.ts'
import { assistantHost } from './assistant/host.ts'
import { importText, readAgain } from './commands.ts'
import { addCorrectingRoutes } from './correcting.pages.tsx'
import type { Fact } from './facts/fact.ts'
import { listTies } from './facts/queries.ts'
import { findText, type ImportedText, listFactsBeside } from './queries.ts'
import { organisationsIn } from './reading/facts-of-reading.ts'
import { loadImportRequest, loadTextRequest } from './request.ts'
import { factWords, partyName, type Refs } from './review/fact-words.ts'
import { addReviewRoutes } from './review/pages.tsx'
import { newTextForm } from './schema.ts'
import { addSourceRoutes } from './sources/pages.tsx'
import { addUndoRoutes } from './undo/pages.tsx'

/** The pages of imported texts: a new one, and the actions on each. */
export function addTextRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/imports'
  addNetworkAction(pages, `${place}/new`, {
    open: loadImportRequest,
    upload: { fields: ['document'] },
    schema: newTextForm,
    check: ({ upload }, values) =>
      upload.files.length + upload.errors.length > 0 || typedValue(values, 'text').trim() !== ''
        ? []
        : [fieldError('document', 'imports.text.new.nothing')],
    again: (visit, form) => renderNewImport(visit, { of: 'text', ...form }),
    save: async ({ reader, network, writing, upload: { files } }, { text, assistant }) => {
      const [file] = files
      const given = file
        ? { source: await readFile(file.path), name: file.name, type: file.type }
        : {
            source: Buffer.from(text.trim(), 'utf8'),
            name: reader.t('imports.text.new.pastedName'),
            type: 'text/plain',
          }
      const { id, isKnown } = await importText(application, writing, network.id, {
        ...given,
        assistantHost: assistant === undefined ? null : assistantHost(application.settings),
      })
      return paths.text(reader, network.slug, id, { known: isKnown ? '1' : undefined })
    },
  })
  pages.post(`${place}/:id/reading`, loadTextRequest, async ({ reply, reader, network, text, writing }) => {
    await readAgain(application, writing, network.id, text.id)
    return reply.redirect(paths.text(reader, network.slug, text.id), 303)
  })
  pages.get(`${place}/:id/file`, loadTextRequest, async ({ reply, writing, text }) => {
    const file = (await lookUpFile(writing, text.fileId)) ?? notFound(text.fileId)
    return serveFile(reply, application.storage, file)
  })
  addReviewRoutes(app, application)
  addCorrectingRoutes(app, application)
  addSourceRoutes(app, application)
  addUndoRoutes(app, application)
  addAccountRoutes(app, application)
}

/** Two accounts of one meeting side by side: what both say, and what only one does. */
function addAccountRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/:network/imports/:id/account', loadTextRequest, async (visit) => {
    const { request, reader, network, text, writing } = visit
    const other = await findText(writing, network.id, parameterOf(request.query, 'with') ?? '')
    const both = await listFactsBeside(writing, text.id, other.id, true)
    const here = await listFactsBeside(writing, text.id, other.id, false)
    const there = await listFactsBeside(writing, other.id, text.id, false)
    // The ties of the facts, whether or not both texts state them.
    const ties = [...(await listTies(writing, text.id)), ...(await listTies(writing, other.id))]
    const ids = [...both, ...here, ...there, ...ties].flatMap(({ value }) => organisationsIn(value))
    return renderNetworkPage(visit, {
      title: reader.t('imports.text.account.title'),
      description: reader.t('imports.text.account.lead'),
      path: `/imports/${text.id}/account`,
      noindex: true,
      width: 'wide',
      children: (
        <AccountsPage
          network={network.slug}
          text={text}
          other={other}
          both={both}
          here={here}
          there={there}
          ties={new Map(ties.map((tie) => [tie.id, tie]))}
          refs={await listOrganisationRefs(writing, [...new Set(ids)])}
        />
      ),
    })
  })
}

interface AccountsPageProps {
  network: string
  text: ImportedText
  other: ImportedText
  both: readonly Fact[]
  here: readonly Fact[]
  there: readonly Fact[]
  /** The facts that state ties, of both texts. */
  ties: ReadonlyMap<string, Fact>
  refs: Refs
}

/** Two accounts side by side: what only the first says, what only the second says, and what both do. */
function AccountsPage(props: AccountsPageProps) {
  const reader = useReader()
  const { network, text, other, both, here, there } = props
  const { t } = reader
  const name = ({ title, language, id }: ImportedText) => (
    <a href={paths.text(reader, network, id)} {...languageAttributes(reader, language ?? 'fr')}>
      {title}
    </a>
  )
  return (
    <>
      <PageHeading
        kicker={<a href={paths.text(reader, network, text.id)}>{text.title}</a>}
        lead={t('imports.text.account.lead')}
      >
        {t('imports.text.account.title')}
      </PageHeading>
      <div class="accounts">
        <Section id="here" title={name(text)} aside={String(here.length)}>
          <p>{t('imports.text.account.only')}</p>
          <Facts {...props} facts={here} of={text} />
        </Section>
        <Section id="there" title={name(other)} aside={String(there.length)}>
          <p>{t('imports.text.account.only')}</p>
          <Facts {...props} facts={there} of={other} />
        </Section>
      </div>
      <Section id="both" title={t('imports.text.account.both')} aside={String(both.length)}>
        <Facts {...props} facts={both} of={text} />
      </Section>
    </>
  )
}

function Facts({
  network,
  facts,
  of,
  refs,
  ties,
}: AccountsPageProps & { facts: readonly Fact[]; of: ImportedText }) {
  const reader = useReader()
  const { t } = reader
  if (facts.length === 0) return <p class="quiet">{t('imports.text.account.none')}</p>
  return (
    <ul class="account-facts">
      {facts.map((fact) => {
        const { text, details, language } = factWords(reader, fact.value, refs, of.language ?? 'fr')
        const tie = fact.tieId === null ? undefined : ties.get(fact.tieId)?.value
        return (
          <li key={fact.id}>
            <a href={`${paths.text(reader, network, of.id)}#f-${fact.id}`}>
              {t(`imports.text.part.${fact.value.part}`)}
              {tie?.part === 'tie'
                ? ` · ${tie.parties.map((party) => partyName(reader, party, refs)).join(' – ')}`
                : ''}
            </a>{' '}
            <span {...(language ? languageAttributes(reader, language) : {})}>{text}</span>
            {details.length > 0 ? `, ${details.join(', ')}` : ''}
          </li>
        )
      })}
    </ul>
  )
}
