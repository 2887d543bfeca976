// Bundles the server into dist/ and what the browser needs into dist/assets/, under names that change with the content.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const final = join(root, 'dist')
const out = join(root, `dist.part-${process.pid}`)
const assets = join(out, 'assets')
const browsers = ['chrome120', 'firefox120', 'safari17']

mkdirSync(assets, { recursive: true })
await bundleServer()
await bundleForOtherSites()
const manifest = { ...(await bundleBrowser()), fonts: copyFonts() }
copyPublic()
compressAssets(assets)
writeFileSync(join(assets, 'manifest.json'), JSON.stringify(manifest))
const own = find(out, /-[A-Z0-9]{8}\.(js|css)/).map((path) => relative(out, path))
keepPrevious()
writeFileSync(join(out, '.built'), own.join('\n'))
rmSync(final, { recursive: true, force: true })
renameSync(out, final)

// A server that runs on the build before continues until it is restarted, and so do the pages it has sent.
function keepPrevious() {
  const list = join(final, '.built')
  if (!existsSync(list)) return
  for (const path of readFileSync(list, 'utf8').split('\n')) {
    if (path !== '' && existsSync(join(final, path)) && !existsSync(join(out, path)))
      cpSync(join(final, path), join(out, path))
  }
}

async function bundleServer() {
  const workers = find(join(root, 'src'), /-worker\.tsx?$/)
  await build({
    entryPoints: [
      ...['main.ts', 'worker.ts', 'cli.ts'].map((file) => join(root, 'src', file)).filter(existsSync),
      ...workers,
    ],
    entryNames: '[name]',
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node26',
    external: externalPackages(),
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'warning',
  })
}

// What consists of hundreds of small modules is bundled: to find and read each of them takes a third of a start.
function externalPackages() {
  const texts = [
    'mdast-util-from-markdown',
    'mdast-util-gfm-table',
    'mdast-util-to-string',
    'micromark-extension-gfm-table',
    'parse5',
  ]
  const bundled = ['edtf', 'kysely', 'zod', ...texts]
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.keys(dependencies)
    .filter((name) => !bundled.includes(name))
    .flatMap((name) => [name, `${name}/*`])
}

async function bundleBrowser() {
  const result = await build({
    entryPoints: {
      entente: join(root, 'islands', 'main.ts'),
      style: join(root, 'src', 'ui', 'styles', 'main.css'),
      embed: join(root, 'src', 'ui', 'styles', 'embed.css'),
    },
    entryNames: '[name]-[hash]',
    // What few pages need is a file of its own, loaded by those pages.
    chunkNames: 'part-[hash]',
    splitting: true,
    outdir: assets,
    bundle: true,
    minify: true,
    format: 'esm',
    target: browsers,
    external: ['/assets/*'],
    metafile: true,
    logLevel: 'warning',
  })
  // What a page asks for only when it has a form is in files of its own: only these two are in every page.
  const built = Object.entries(result.metafile.outputs)
  const made = (source) => built.find(([, { entryPoint }]) => entryPoint?.endsWith(source))?.[0]
  const address = (source) => `/assets/${basename(made(source))}`
  return {
    css: address('styles/main.css'),
    js: address('islands/main.ts'),
    embedCss: address('styles/embed.css'),
  }
}

// What other sites embed keeps its name, and is one plain script for whatever they have.
async function bundleForOtherSites() {
  await build({
    entryPoints: { agenda: join(root, 'islands', 'embed', 'agenda.ts') },
    outdir: join(out, 'embed'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: browsers,
    logLevel: 'warning',
  })
}

function copyFonts() {
  const list = JSON.parse(readFileSync(join(root, 'src', 'ui', 'styles', 'fonts.json'), 'utf8'))
  for (const file of list.files) cpSync(join(root, list.folder, file), join(assets, 'fonts', file))
  return Object.fromEntries(
    Object.entries(list.preload).map(([language, files]) => [
      language,
      files.map((file) => `/assets/fonts/${file}`),
    ]),
  )
}

function copyPublic() {
  const from = join(root, 'public')
  if (existsSync(from)) cpSync(from, join(out, 'public'), { recursive: true })
}

function compressAssets(folder) {
  for (const path of find(folder, /\.(css|js|svg)$/)) {
    const content = readFileSync(path)
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    )
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
  }
}

function find(folder, pattern) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name) && extname(entry.name) !== '.map')
    .map((entry) => join(entry.parentPath, entry.name))
}
