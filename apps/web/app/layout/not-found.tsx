/** Whatever no route knows. It has a component, or its answer would go out without a page around it. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export default function NotFound(): null {
  return null;
}
