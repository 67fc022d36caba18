// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** A test that ends with a panic of exactly these words, as its last call. */
@Test
@ExtendWith(Trips.Interceptor.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Trips {
    /** The C function that panics. */
    String function();

    /** What it says: {@code assert EXPRESSION} for a KKASSERT, else the message. */
    String text();

    /** Runs the test and looks for the panic. */
    final class Interceptor implements InvocationInterceptor {
        @Override
        public void interceptTestMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
                throws Throwable {
            Trips expected = context.getExecutable().getAnnotation(Trips.class);
            try {
                invocation.proceed();
            } catch (KernelPanic panic) {
                assertEquals(expected.function() + ": " + expected.text(), panic.function() + ": " + panic.text());
                return;
            }
            fail("no panic; expected " + expected.function() + ": " + expected.text());
        }
    }
}
