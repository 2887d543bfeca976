// The package has no types of its own: it is handed to mjml-core as it is.
declare module 'mjml-preset-core' {
  const preset: { components: unknown[]; dependencies: Record<string, unknown> }
  // biome-ignore lint/style/noDefaultExport: the package has no other export
  export default preset
}
