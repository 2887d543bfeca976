import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../platform/http/application.ts'
import { noStore } from '../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../platform/http/visit.ts'
import { chooseName, chooseText } from '../../platform/i18n/localized-text.ts'
import { fieldError, readForm, says } from '../../platform/input/form.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { typedText } from '../../platform/input/text-input.ts'
import type { RecordKind } from '../../platform/records/record-kind.ts'
import { notFound } from '../../platform/refusal.ts'
import { lookUpFile } from '../../platform/storage/files.ts'
import { mostPictureBytes, readGivenPicture } from '../../platform/storage/picture-file.ts'
import { serveFile } from '../../platform/storage/serve-file.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { Field } from '../../ui/form/field.tsx'
import { LocalizedField } from '../../ui/form/localized-field.tsx'
import { PictureField } from '../../ui/form/picture-field.tsx'
import { useReader } from '../../ui/reader.tsx'
import { PageHeading, Section } from '../../ui/text/headings.tsx'
import { loadRecordRequest, mayChangeRecord } from '../contributions/index.ts'
import { addNetworkForm } from '../directory/picking/index.ts'
import { loadNetworkRequest, type NetworkRequest, renderNetworkPage } from '../networks/index.ts'
import { addPicture, arrangePictures, changePicture, type EditedRecord, pictureVerbs } from './commands.ts'
import { PictureFigure } from './frame.tsx'
import { paths } from './paths.ts'
import {
  isPublicPicture,
  listPictures,
  lookUpPicture,
  mostPictures,
  type Picture,
  picturedKinds,
} from './queries.ts'

/** The pictures of each kind of record that has some: their file, and the pages on which editors keep them. */
export function addPictureRoutes(app: FastifyInstance, application: Application): void {
  addFileRoute(app, application)
  for (const name of picturedKinds) {
    const kind = application.records.find((each) => each.kind === name)
    if (kind) addKeepingRoutes(app, application, { ...kind, kind: name })
  }
}

/** The picture alone. What anybody may see is kept by caches that ask first: its record may be hidden at any time. */
function addFileRoute(app: FastifyInstance, application: Application): void {
  pagesOf(app, application).get(
    '/:language/:network/pictures/:picture',
    loadNetworkRequest,
    async (visit) => {
      const { request, reply, writing, network } = visit
      const id = parameterOf(request.params, 'picture') ?? ''
      const picture = (await lookUpPicture(writing, network.id, id)) ?? notFound(id)
      const kind = application.records.find((each) => each.kind === picture.kind) ?? notFound(id)
      const by = { id: picture.recordId }
      const isPublic = await isPublicPicture(application, writing, network, picture)
      if (!isPublic) {
        const { organisationIds } = (await kind.lookUp(writing, network, by)) ?? notFound(id)
        const asked = { networkId: network.id, kind: kind.kind, organisationIds }
        if (picture.removedAt !== null && !mayChangeRecord(writing.actor, asked)) notFound(id)
      }
      const file = (await lookUpFile(writing, picture.fileId)) ?? notFound(id)
      return serveFile(reply, application.storage, file, { isShown: true, isPublic })
    },
  )
}

interface PicturesRequest extends NetworkRequest {
  record: EditedRecord
  place: { segment: string; slug: string }
  /** The name of the record. */
  title: string
  /** Those that were taken out too. */
  pictures: Picture[]
}

type PictureRequest = PicturesRequest & { picture: Picture }

type PicturedRecord = Omit<RecordKind, 'kind'> & Pick<EditedRecord, 'kind'>

function addKeepingRoutes(app: FastifyInstance, application: Application, kind: PicturedRecord): void {
  const pages = pagesOf(app, application, noStore)
  const place = `/:language/:network/${kind.segment}/:slug/pictures`
  const open = async (visit: Visit): Promise<PicturesRequest> => {
    const { head, ...loaded } = await loadRecordRequest(visit, kind)
    const { writing, reader, network } = loaded
    const { id, slug, organisationIds } = head
    const record = { networkId: network.id, kind: kind.kind, id, organisationIds }
    if (!mayChangeRecord(writing.actor, record)) notFound(slug)
    return {
      ...loaded,
      record,
      place: { segment: kind.segment, slug },
      title: chooseName(head.title, reader.language).text,
      pictures: await listPictures(writing, record, { removed: true }),
    }
  }
  const openOne = async (visit: Visit): Promise<PictureRequest> => {
    const opened = await open(visit)
    const id = parameterOf(visit.request.params, 'picture') ?? ''
    return { ...opened, picture: shownOf(opened).find((each) => each.id === id) ?? notFound(id) }
  }
  const path = ({ place: { segment, slug } }: PicturesRequest) => `/${segment}/${slug}/pictures`
  const back = ({ reader, network, place, title }: PicturesRequest) => ({
    href: paths.record(reader, network.slug, place),
    label: title,
  })
  const backTo = ({ reader, network, place }: PicturesRequest, id: string) =>
    `${paths.pictures(reader, network.slug, place)}#picture-${id}`

  pages.get(place, open, renderKeeping)
  addNetworkForm(pages, `${place}/new`, {
    open,
    path: (visit) => `${path(visit)}/new`,
    back,
    title: 'pictures.record.add',
    lead: 'pictures.record.lead',
    submit: 'pictures.record.save',
    upload: { fields: ['picture'], mostBytes: mostPictureBytes },
    isOnce: true,
    schema: async ({ upload }, values) => {
      // What comes after too large a picture was not read.
      if (upload.errors.length > 0) return { valid: false, values, errors: [] }
      const { picture, errors } = await readGivenPicture(upload.files, 'picture')
      const form = readForm(wordsForm, values)
      if (picture !== null && form.valid) return { ...form, data: { picture, words: form.data } }
      return { valid: false, values, errors: [...(form.valid ? [] : form.errors), ...errors] }
    },
    fields: ({ network, reader: { t } }) => (
      <>
        <WordsFields languages={network.languages} />
        <PictureField name="picture" label={t('pictures.field.picture')} />
      </>
    ),
    save: async (visit, { picture, words }) => {
      const id = await addPicture(visit.writing, application.storage, visit.record, picture, words)
      return id === null ? [fieldError('picture', 'pictures.record.full')] : backTo(visit, id)
    },
  })
  addNetworkForm<PictureRequest, z.output<typeof wordsForm>>(pages, `${place}/:picture`, {
    open: openOne,
    path: (visit) => `${path(visit)}/${visit.picture.id}`,
    back,
    title: 'pictures.record.words',
    submit: 'pictures.record.save',
    values: ({ picture: { credit, terms, people } }) => ({ credit, terms, people }),
    schema: wordsForm,
    fields: ({ network, picture }) => (
      <>
        <PictureFigure network={network.slug} picture={picture} />
        <WordsFields languages={network.languages} picture={picture} />
      </>
    ),
    save: async (visit, words) => {
      await changePicture(visit.writing, visit.record, visit.picture.id, words)
      return backTo(visit, visit.picture.id)
    },
  })
  pages.post(`${place}/changes`, open, async (visit) => {
    const { request, writing, record, reply } = visit
    const form = readForm(changeForm, request.body)
    if (!form.valid) return notFound('changes')
    const [verb, id] = form.data.action
    await arrangePictures(writing, record, { verb, id })
    return reply.redirect(backTo(visit, id), 303)
  })
}

const shownOf = ({ pictures }: Pick<PicturesRequest, 'pictures'>) =>
  pictures.filter(({ removedAt }) => removedAt === null)

const changeForm = z.object({
  action: z
    .string()
    .transform((action) => action.split(' '))
    .pipe(z.tuple([z.enum(pictureVerbs), z.string()])),
})

const line = z.string().trim().min(1, says('ui.form.missing')).max(300)
const wordsForm = z.object({
  alternative: typedText({ max: 300, isRequired: true }),
  caption: typedText({ max: 300 }),
  credit: line,
  terms: line,
  people: z.enum(['nobody', 'agreed'], says('ui.form.missing')),
})

/** What is said of a picture; the texts of one that is new are empty. */
function WordsFields({ languages, picture }: { languages: readonly string[]; picture?: Picture }) {
  const { t } = useReader()
  return (
    <>
      <LocalizedField
        name="alternative"
        label={t('pictures.field.alternative')}
        hint={t('pictures.field.alternativeHint')}
        languages={languages}
        text={picture?.alternative ?? {}}
        max={300}
        rows={1}
        required
      />
      <LocalizedField
        name="caption"
        label={t('pictures.field.caption')}
        languages={languages}
        text={picture?.caption ?? {}}
        max={300}
        rows={1}
      />
      <Field
        name="credit"
        label={t('pictures.field.credit')}
        hint={t('pictures.field.creditHint')}
        required
      />
      <Field name="terms" label={t('pictures.field.terms')} hint={t('pictures.field.termsHint')} required />
      <ChoiceField
        name="people"
        label={t('pictures.field.people')}
        options={[
          { value: 'nobody', label: t('pictures.people.nobody') },
          { value: 'agreed', label: t('pictures.people.agreed') },
        ]}
        required
      />
    </>
  )
}

function renderKeeping(visit: PicturesRequest): FastifyReply {
  const { reader, network, place, title, pictures } = visit
  const heading = reader.t('pictures.record.title')
  return renderNetworkPage(visit, {
    title: `${heading} · ${title}`,
    description: reader.t('pictures.record.lead'),
    path: `/${place.segment}/${place.slug}/pictures`,
    noindex: true,
    children: (
      <>
        <PageHeading
          kicker={<a href={paths.record(reader, network.slug, place)}>{title}</a>}
          lead={reader.t('pictures.record.lead')}
          actions={
            shownOf(visit).length < mostPictures ? (
              <a class="button primary" href={paths.pictures(reader, network.slug, place, '/new')}>
                {reader.t('pictures.record.add')}
              </a>
            ) : (
              <p class="quiet">{reader.t('pictures.record.full')}</p>
            )
          }
        >
          {heading}
        </PageHeading>
        <KeptPictures network={network.slug} place={place} pictures={pictures} />
      </>
    ),
  })
}

type KeptPicturesProps = Pick<PicturesRequest, 'place' | 'pictures'> & { network: string }

/** The pictures in their order, each with its buttons, and those that may be put back. */
function KeptPictures({ network, place, pictures }: KeptPicturesProps) {
  const reader = useReader()
  const { t } = reader
  const shown = shownOf({ pictures })
  const removed = pictures.filter(({ removedAt }) => removedAt !== null)
  const nameOf = (picture: Picture) => chooseText(picture.alternative, reader.language)?.text ?? ''
  const button = (verb: keyof typeof buttons, picture: Picture) => (
    <button class="button" type="submit" name="action" value={`${verb} ${picture.id}`}>
      {t(buttons[verb])} <span class="visually-hidden">({nameOf(picture)})</span>
    </button>
  )
  return (
    <form method="post" action={paths.pictures(reader, network, place, '/changes')}>
      {shown.length === 0 ? <p class="quiet">{t('pictures.record.empty')}</p> : null}
      <ol class="gallery">
        {shown.map((picture, at) => (
          <li key={picture.id} id={`picture-${picture.id}`}>
            <PictureFigure network={network} picture={picture} />
            <p class="form-actions">
              <a class="button" href={paths.pictures(reader, network, place, `/${picture.id}`)}>
                {t('pictures.record.words')} <span class="visually-hidden">({nameOf(picture)})</span>
              </a>{' '}
              {at > 0 ? button('up', picture) : null} {at < shown.length - 1 ? button('down', picture) : null}{' '}
              {button('remove', picture)}
            </p>
          </li>
        ))}
      </ol>
      {removed.length > 0 ? (
        <Section id="removed" title={t('pictures.record.removed')}>
          <p>{t('pictures.record.removedLead')}</p>
          <ul class="gallery">
            {removed.map((picture) => (
              <li key={picture.id} id={`picture-${picture.id}`}>
                <PictureFigure network={network} picture={picture} />
                {shown.length < mostPictures ? (
                  <p class="form-actions">{button('restore', picture)}</p>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </form>
  )
}

const buttons = {
  up: 'ui.parts.up',
  down: 'ui.parts.down',
  remove: 'pictures.record.remove',
  restore: 'pictures.record.restore',
} as const
