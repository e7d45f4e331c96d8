import { Module } from '@nestjs/common';
import { ProfileController } from './profile.controller.js';
import { ProfileResolver } from './profile.resolver.js';
import { ProfileService } from './profile.service.js';

@Module({ controllers: [ProfileController], providers: [ProfileService, ProfileResolver] })
export class ProfilesModule {}
