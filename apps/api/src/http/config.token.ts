import { Inject } from '@nestjs/common';

/** Injection token of the frozen settings. */
export const CONFIG = Symbol('config');

export const InjectConfig = (): ParameterDecorator => Inject(CONFIG);
