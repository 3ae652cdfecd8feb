import { Module } from '@nestjs/common';
import { ChangeLanguage } from './actions/change-language.js';
import { SignIn } from './actions/sign-in.js';
import { SignOut } from './actions/sign-out.js';

/** Signing in and out; expects `Database` to be provided globally. */
@Module({ providers: [SignIn, SignOut, ChangeLanguage], exports: [SignIn, SignOut, ChangeLanguage] })
export class IdentityModule {}
