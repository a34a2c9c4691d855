/** The rows of a page of a connection, without their cursors. */
export function nodes<Row>({ edges }: { readonly edges: readonly { readonly node: Row }[] }): readonly Row[] {
  return edges.map(({ node }) => node);
}
