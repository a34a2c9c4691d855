import type { Permission } from '#identity';
import 'reflect-metadata';

/** Who may call an operation at all; the use case behind it decides again, for the very thing that is asked for. */
export type AccessRule =
  | { readonly kind: 'PUBLIC' }
  | { readonly kind: 'SIGNED_IN' }
  | { readonly kind: 'PERMISSION'; readonly permission: Permission };

const ACCESS = Symbol('access');

const carry = (rule: AccessRule): MethodDecorator => (_target, _name, descriptor) => {
  if (typeof descriptor.value === 'function') Reflect.defineMetadata(ACCESS, rule, descriptor.value);
};

/** Anyone may call it. */
export const Public = (): MethodDecorator => carry({ kind: 'PUBLIC' });

/** Any account or API token may call it. */
export const SignedIn = (): MethodDecorator => carry({ kind: 'SIGNED_IN' });

/** Only who holds the permission in some scope may call it. */
export const Allow = (permission: Permission): MethodDecorator => carry({ kind: 'PERMISSION', permission });

/** The rule that a method carries, or nothing: then the boot fails. */
export function accessRuleOf(method: object): AccessRule | undefined {
  return Reflect.getMetadata(ACCESS, method) as AccessRule | undefined;
}
