import { Inject } from '@nestjs/common';

export const CONFIG = Symbol('config');

/** The frozen settings of this process. */
export const InjectConfig = (): ParameterDecorator => Inject(CONFIG);
