import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { kafkaTransactions } from '@plimsoll/checkpoint';
import { accept } from '../../fields/index.js';
import { ApiProblems } from '../../problem/index.js';
import { THREE_MISTAKES } from './checkpoint-examples.js';
import { KafkaTransactionsModel, KafkaTransactionsRequestModel } from './kafka-transactions.model.js';

@ApiTags('Calculators')
@Controller('v1/checkpoints')
export class KafkaTransactionsController {
  @Post('kafka-transactions')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'kafkaTransactions',
    summary: 'What an exactly-once Kafka sink promises',
    description:
      'Whether the producer starts, whether an outage loses data, and how old a checkpoint may be that is restored.',
  })
  @ApiBody({ type: KafkaTransactionsRequestModel, examples: { threeMistakes: { value: THREE_MISTAKES } } })
  @ApiOkResponse({ type: KafkaTransactionsModel })
  @ApiProblems('INVALID_VALUE')
  kafkaTransactions(@Body() body: unknown): object {
    return accept(KafkaTransactionsRequestModel, body, kafkaTransactions);
  }
}
