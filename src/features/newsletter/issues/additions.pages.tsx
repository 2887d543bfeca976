import type { FastifyInstance } from 'fastify'
import { newId } from '../../../platform/context/identifier.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import {
  type FormReading,
  type FormState,
  type FormValues,
  readForm,
  typedValue,
} from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import {
  type GivenPicture,
  mostPictureBytes,
  readGivenPicture,
} from '../../../platform/storage/picture-file.ts'
import { originalLanguage } from '../../../platform/translation/with-passage.ts'
import { Field } from '../../../ui/form/field.tsx'
import type { Sent } from '../../../ui/form/form-page.tsx'
import { PictureField } from '../../../ui/form/picture-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import {
  listPublicPictures,
  lookUpPublicPicture,
  PictureFigure,
  type Picture as RecordPicture,
} from '../../pictures/index.ts'
import { contentFields } from './content-fields.tsx'
import { addPart, contentOf, writeContent } from './editing/commands.ts'
import { addTextsForm, backInLetter, type TextsDrawn } from './editing/frame.tsx'
import { contentForm } from './editing/schema.ts'
import { type FreeContent, type FreeKind, type FreePart, freeKinds, markOf } from './issue.ts'
import { paths, pictureAddress } from './paths.ts'
import { keepPicture, type TakenPicture } from './pictures/commands.ts'
import { type DraftRequest, loadDraftRequest, loadPartRequest } from './request.ts'

const noPicture = { pictureId: '', width: 1, height: 1 }

/** The parts that editors add to a letter: texts, pictures, quotes, buttons. */
export function addAdditionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/newsletter/draft'
  for (const kind of freeKinds) {
    if (kind === 'picture') continue
    addTextsForm(pages, `${place}/new/${kind}`, {
      open: loadDraftRequest,
      page: (visit, form) => additionPage(visit, { kind, part: null, form }),
      read: (_, values) => readForm(contentForm(kind, null, noPicture), values),
      save: (visit, content, _choices, values) => addContent(visit, content, values),
    })
  }
  addTextsForm(pages, `${place}/new/picture`, {
    open: (visit) => loadPictureRequest(application, visit),
    page: picturePage,
    upload: { fields: ['picture'], mostBytes: mostPictureBytes },
    read: readPictureForm,
    save: async (visit, picture, _choices, values) => {
      const { width, height } = picture
      const pictureId = await keepPicture(visit.writing, application.storage, visit.issue, picture)
      const content = readForm(contentForm('picture', null, { pictureId, width, height }), values)
      return content.valid ? addContent(visit, content.data, values) : notFound('picture')
    },
  })
  addTextsForm(pages, `${place}/parts/:part`, {
    open: loadFreePartRequest,
    page: (visit, form) => additionPage(visit, { kind: visit.part.kind, part: visit.part, form }),
    read: ({ part }, values) => {
      const { pictureId, width, height } = part.kind === 'picture' ? part : noPicture
      return readForm(contentForm(part.kind, part, { pictureId, width, height }), values)
    },
    save: async (visit, content, _choices, values) => {
      const { writing, issue, part } = visit
      const seen = typedValue(values, 'seen')
      const isWritten = await writeContent(writing, issue, part.id, { content, seen })
      return isWritten ? backInLetter(visit, `part-${part.id}`) : { status: 409 }
    },
  })
}

async function loadFreePartRequest(visit: Visit): Promise<DraftRequest & { part: FreePart }> {
  const { part, ...loaded } = await loadPartRequest(visit)
  return part.kind === 'items' ? notFound(part.id) : { ...loaded, part }
}

interface PictureRequest extends DraftRequest {
  /** Pictures of the network’s records that a letter can take. */
  offered: readonly RecordPicture[]
  /** The one that the address names. */
  taken: RecordPicture | null
}

const mostOffered = 6

async function loadPictureRequest(application: Application, visit: Visit): Promise<PictureRequest> {
  const loaded = await loadDraftRequest(visit)
  const { request, writing, network } = loaded
  const asked = parameterOf(request.query, 'taken')
  if (asked === undefined)
    return {
      ...loaded,
      offered: await listPublicPictures(application, writing, network, mostOffered),
      taken: null,
    }
  const taken = await lookUpPublicPicture(application, writing, network, asked)
  return { ...loaded, offered: [], taken: taken ?? notFound(asked) }
}

function picturePage(visit: PictureRequest, form: FormState): TextsDrawn {
  const { reader, network, offered, taken } = visit
  const { t } = reader
  const drawn = additionPage(visit, { kind: 'picture', part: null, form })
  const address = (id: string) => `${paths.draft(reader, network.slug, 'new', 'picture')}?taken=${id}`
  if (taken === null)
    return offered.length === 0
      ? drawn
      : { ...drawn, beneath: <OfferedPictures offered={offered} network={network.slug} address={address} /> }
  const caption = creditedCaption(taken, reader.language)
  return {
    ...drawn,
    action: address(taken.id),
    fields: contentFields(t, 'picture', { ...noPart, alternative: taken.alternative, caption }),
    before: <PictureFigure network={network.slug} picture={taken} />,
    after: null,
  }
}

const noPart = { kind: 'picture' as const, id: '', isHidden: false, isRemoved: false, ...noPicture }

/** The caption of a picture with who made it, as its terms ask: readers of a letter see no other place for it. */
function creditedCaption({ alternative, caption, credit }: RecordPicture, usual: string): LocalizedText {
  const words = Object.entries(caption)
  if (words.length === 0)
    return { [originalLanguage(alternative) ?? usual]: { text: credit, state: 'original' } }
  return Object.fromEntries(
    words.map(([each, said]) => [each, { ...said, text: `${said.text} – ${credit}` }]),
  )
}

interface OfferedPicturesProps {
  offered: readonly RecordPicture[]
  network: string
  address: (id: string) => string
}

function OfferedPictures({ offered, network, address }: OfferedPicturesProps) {
  const { t, language } = useReader()
  return (
    <Section id="offered" title={t('newsletter.issues.takePicture')}>
      <ul class="gallery">
        {offered.map((picture) => (
          <li key={picture.id}>
            <PictureFigure network={network} picture={picture} />
            <p>
              <a class="button" href={address(picture.id)}>
                {t('newsletter.issues.take')}{' '}
                <span class="visually-hidden">({chooseText(picture.alternative, language)?.text})</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function readPictureForm(
  { upload, taken }: Sent<PictureRequest>,
  values: FormValues,
): Promise<FormReading<GivenPicture | TakenPicture>> {
  if (taken) {
    const form = readForm(contentForm('picture', null, noPicture), values)
    return form.valid ? { valid: true, values, data: taken } : { ...form, values }
  }
  // Fields after a picture that is too large were not read, so they are not reported as missing.
  if (upload.errors.length > 0) return { valid: false, values, errors: [] }
  const { picture, errors } = await readGivenPicture(upload.files, 'picture')
  const form = readForm(contentForm('picture', null, noPicture), values)
  if (picture !== null && form.valid) return { valid: true, values, data: picture }
  return { valid: false, values, errors: [...errors, ...(form.valid ? [] : form.errors)] }
}

async function addContent(visit: DraftRequest, content: FreeContent, values: FormValues): Promise<string> {
  const id = await addPart(visit.writing, visit.issue, content, typedValue(values, 'seen'))
  return backInLetter(visit, `part-${id}`)
}

interface Addition {
  kind: FreeKind
  part: FreePart | null
  form: FormState
}

function additionPage({ reader, network }: DraftRequest, { kind, part, form }: Addition): TextsDrawn {
  const other = <OtherFields network={network.slug} kind={kind} part={part} shown={form} />
  return {
    steps: part === null ? ['new', kind] : ['parts', part.id],
    title: reader.t(part === null ? `newsletter.issues.add.${kind}` : `newsletter.issues.change.${kind}`),
    fields: contentFields(reader.t, kind, part),
    // A new part is given its id in advance, so that a second click does not add it twice.
    seen: part === null ? typedValue(form.values, 'seen') || newId() : markOf(contentOf(part)),
    after: other,
  }
}

interface OtherFieldsProps {
  network: string
  kind: FreeKind
  part: FreePart | null
  shown: FormState
}

/** The fields of an addition beside its texts: the picture, the address of a button, the person quoted. */
function OtherFields({ network, kind, part, shown }: OtherFieldsProps) {
  const reader = useReader()
  const { t } = reader
  const typedOr = (name: string, stored: string) =>
    name in shown.values ? typedValue(shown.values, name) : stored
  if (kind === 'button')
    return (
      <Field
        name="address"
        type="url"
        label={t('newsletter.issues.field.address')}
        hint={t('newsletter.issues.field.addressHint')}
        value={typedOr('address', part?.kind === 'button' ? part.address : '')}
        required
      />
    )
  if (kind === 'quote')
    return (
      <Field
        name="author"
        label={t('newsletter.issues.field.author')}
        value={typedOr('author', part?.kind === 'quote' ? part.author : '')}
      />
    )
  if (kind === 'text') return null
  if (part?.kind === 'picture')
    return (
      <p>
        <img
          class="letter-picture"
          src={pictureAddress(reader.language, network, part.pictureId)}
          width={part.width}
          height={part.height}
          alt=""
        />
      </p>
    )
  return <PictureField name="picture" label={t('newsletter.issues.field.picture')} />
}
