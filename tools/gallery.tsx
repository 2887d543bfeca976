import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import type { VNode } from 'preact'
import { interfaceLanguages } from '../src/platform/i18n/languages.ts'
import { CooperationSample } from './gallery/cooperation.tsx'
import { ErrorSample } from './gallery/form.tsx'
import { FormPartsSample } from './gallery/form-parts.tsx'
import { framed, type Gallery, galleryFor } from './gallery/frame.tsx'
import { HomeSample } from './gallery/home.tsx'
import { ChartSample, ListSample } from './gallery/list.tsx'
import { PartsSample } from './gallery/parts.tsx'
import type { Words } from './gallery/samples.ts'

const pages: { file: string; title: Words; draw: (gallery: Gallery) => VNode }[] = [
  {
    file: 'home',
    title: ['Groupe-pays République de Corée', '한불 지방정부 교류 그룹', 'Country group'],
    draw: (gallery) => <HomeSample {...gallery} />,
  },
  {
    file: 'list',
    title: ['Coopérations', '교류협력', 'Cooperations'],
    draw: (gallery) => <ListSample {...gallery} />,
  },
  {
    file: 'chart',
    title: ['Chronologie', '연표', 'Timeline'],
    draw: (gallery) => <ChartSample {...gallery} />,
  },
  {
    file: 'cooperation',
    title: ['Limoges – Icheon', '이천 – 리모주', 'Limoges – Icheon'],
    draw: (gallery) => <CooperationSample {...gallery} />,
  },
  {
    file: 'error',
    title: ['Page introuvable', '페이지 없음', 'Not found'],
    draw: (gallery) => <ErrorSample {...gallery} />,
  },
  {
    file: 'form',
    title: ['Parties de formulaire', '양식의 구성 요소', 'Parts of forms'],
    draw: (gallery) => <FormPartsSample {...gallery} />,
  },
  {
    file: 'parts',
    title: ['Composants', '구성 요소', 'Parts'],
    draw: (gallery) => <PartsSample {...gallery} />,
  },
]

/** Writes every component of src/ui, in three languages, as static pages into the folder named on the command line. */
async function writeGallery(folder: string) {
  const assets = resolve(folder, 'assets')
  mkdirSync(assets, { recursive: true })
  cpSync('src/ui/styles/fonts', resolve(assets, 'fonts'), { recursive: true })
  const shared = { bundle: true, minify: true, external: ['/assets/*'] }
  await build({ ...shared, entryPoints: { app: 'src/ui/styles/main.css' }, outdir: assets })
  await build({ ...shared, entryPoints: ['islands/main.ts'], outdir: assets, format: 'esm', splitting: true })
  for (const language of interfaceLanguages) {
    const gallery = galleryFor(language)
    for (const { file, title, draw } of pages) {
      writeFileSync(resolve(folder, `${file}.${language}.html`), framed(gallery, file, title, draw(gallery)))
    }
  }
  console.info(`${pages.length * interfaceLanguages.length} pages in ${folder}`)
}

await writeGallery(process.argv[2] ?? 'var/gallery')
